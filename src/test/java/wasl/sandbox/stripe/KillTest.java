package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox in a process of its own, killed while it works. */
class KillTest {
  private static final int WANTED = 400;

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  /** The other process: starts a sandbox in the folder and says its port. */
  public static void main(String[] arguments) throws InterruptedException {
    var settings = StripeSandboxSettings.inMemory(Shop.KEY).keptIn(Path.of(arguments[0]));
    System.out.println(StripeSandbox.start(settings).port());
    // until it is killed
    Thread.currentThread().join();
  }

  @Test
  void losesAndDoublesNothing() throws Exception {
    Map<String, String> answered = new ConcurrentHashMap<>();
    for (int round = 0; round < 3; round++) {
      Process process = start();
      work(process, answered, (round + 1) * WANTED / 4);
    }
    Process last = start();
    try {
      int port = port(last);
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < WANTED; i++) {
        String id = create(port, "key-" + i);
        ids.add(id);
        if (answered.containsKey("key-" + i)) {
          assertThat(id).isEqualTo(answered.get("key-" + i));
        }
      }
      assertThat(ids).hasSize(WANTED);
      assertThat(count(port)).isEqualTo(WANTED);
    } finally {
      last.destroyForcibly().waitFor();
    }
  }

  /** Creates customers from four threads and kills the process once so many were answered. */
  private void work(Process process, Map<String, String> answered, int until) throws Exception {
    int port = port(process);
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int t = 0; t < 4; t++) {
      threads.submit(
          () -> {
            try {
              for (int i = next.getAndIncrement(); i < WANTED; i = next.getAndIncrement()) {
                answered.put("key-" + i, create(port, "key-" + i));
                if (answered.size() >= until) {
                  process.destroyForcibly();
                }
              }
            } catch (IOException e) {
              return; // killed, as wanted
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.waitFor()).isNotZero();
  }

  private Process start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("surefire.test.class.path");
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath == null ? System.getProperty("java.class.path") : classPath,
            KillTest.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static int port(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return Integer.parseInt(reader.readLine());
  }

  private String create(int port, String key) throws IOException, InterruptedException {
    JsonObject customer =
        call(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/customers"))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("description=" + key)));
    return Json.text(customer, "id");
  }

  private int count(int port) throws IOException, InterruptedException {
    var url = URI.create("http://127.0.0.1:" + port + "/_sandbox/state");
    return call(HttpRequest.newBuilder(url).GET())
        .getAsJsonObject("objects")
        .get("customer")
        .getAsInt();
  }

  private JsonObject call(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Json.parse(
        client
            .send(
                request.header("Authorization", "Bearer " + Shop.KEY).build(),
                HttpResponse.BodyHandlers.ofString())
            .body());
  }
}
