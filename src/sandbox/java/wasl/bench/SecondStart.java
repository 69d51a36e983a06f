package wasl.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import wasl.launch.Ports;

/** How long {@code ./wasl run} takes until it is ready, on data that are there already. */
final class SecondStart {

  private static final double MOST_SECONDS = 25;
  private static final int TIMES = 3;

  private SecondStart() {}

  static void measure(Path home, Path folder) throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      seconds.add(once(home, folder));
    }
    var sorted = seconds.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%n(c) second start of ./wasl run until /health/ready: median %.1f s of %s"
            + " (target ≤ %.0f s on two idle cores)%n",
        sorted.get(TIMES / 2),
        seconds.stream().map(it -> "%.1f".formatted(it)).toList(),
        MOST_SECONDS);
  }

  private static double once(Path home, Path folder) throws IOException, InterruptedException {
    int port = Ports.any();
    var builder =
        new ProcessBuilder(home.resolve("wasl").toString(), "run", "--port", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"));
    builder.environment().put("WASL_VAR", folder.toString());
    long start = System.nanoTime();
    var process = builder.start();
    try {
      while (!ready(port)) {
        if (!process.isAlive() || System.nanoTime() - start > Duration.ofMinutes(5).toNanos()) {
          throw new IllegalStateException("./wasl run did not get ready in " + folder);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static boolean ready(int port) throws InterruptedException {
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                      .timeout(Duration.ofSeconds(5))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
