package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The application server in a process of its own, with one archive in it. */
final class Payara {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final VarFolder folder;
  private final Setup setup;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;

  /**
   * @param server the file payara-micro.jar
   * @param boot the folder with its command files
   * @param archive what to deploy
   * @param bind the address that it listens on
   * @param jvm options of its JVM
   * @param environment the application's configuration
   */
  record Setup(
      Path server,
      Path boot,
      Path archive,
      String bind,
      int port,
      List<String> jvm,
      Map<String, String> environment) {}

  private Payara(VarFolder folder, Setup setup) {
    this.folder = folder;
    this.setup = setup;
  }

  /** What the operator adds to the server's command line, or overrides there. */
  static List<String> ownOptions(Map<String, String> environment) {
    var own = environment.getOrDefault("WASL_JAVA_OPTIONS", "").strip();
    return own.isEmpty() ? List.of() : List.of(own.split("\\s+"));
  }

  /** Starts it; {@link #awaitReady} says when it answers. */
  static Payara start(VarFolder folder, Setup setup) {
    var payara = new Payara(folder, setup);
    payara.launch();
    return payara;
  }

  static boolean stopRunning(VarFolder folder) {
    return Orphans.stop(folder.pidFile("payara"), folder.file("payara").toString(), STOP);
  }

  void launch() {
    // a server root used before would deploy the application of that time first
    var root = folder.file("payara");
    try {
      DeleteTree.of(root);
      Files.deleteIfExists(folder.log("payara"));
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(setup.jvm());
      command.add("-Duser.timezone=UTC");
      command.add("-Dfile.encoding=UTF-8");
      // else the JDK silently sends a POST to the gateway twice when its connection breaks
      command.add("-Dsun.net.http.retryPost=false");
      command.add("-Djava.io.tmpdir=" + folder.temporary());
      command.addAll(List.of("-jar", setup.server().toString()));
      command.addAll(List.of("--rootdir", root.toString()));
      command.addAll(List.of("--nohazelcast", "--disablephonehome"));
      command.addAll(List.of("--port", Integer.toString(setup.port())));
      command.addAll(
          List.of("--prebootcommandfile", setup.boot().resolve("preboot.asadmin").toString()));
      command.addAll(List.of("--contextroot", "/", "--deploy", setup.archive().toString()));
      var builder = new ProcessBuilder(Detached.command(command)).redirectErrorStream(true);
      builder.redirectOutput(folder.log("payara").toFile());
      builder.environment().keySet().removeIf(it -> it.startsWith("WASL_"));
      builder.environment().putAll(setup.environment());
      builder.environment().put("WASL_BIND_ADDRESS", setup.bind());
      process = builder.start();
      Orphans.remember(folder.pidFile("payara"), process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Returns once {@code GET /health/ready} answers 200.
   *
   * @throws LaunchRefused if the server ends, or reports that it has started without the archive
   */
  void awaitReady() {
    var log = folder.log("payara");
    var end = System.nanoTime() + START.toNanos();
    int booted = 0;
    while (System.nanoTime() < end && booted < 50) {
      if (isReady()) {
        return;
      }
      if (!process.isAlive()) {
        break;
      }
      try {
        // after the server's own last word, some seconds for checks that are slow to turn green
        booted += Files.readString(log).contains("Payara Micro URLs") ? 1 : 0;
        Thread.sleep(200);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new LaunchRefused(
        "The application does not start: " + severe(log), "The whole log is in " + log + ".");
  }

  private boolean isReady() {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + address() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String address() {
    var host = setup.bind().equals("0.0.0.0") ? "127.0.0.1" : setup.bind();
    return host + ":" + setup.port();
  }

  private static String severe(Path log) {
    try {
      var text = Files.readString(log, StandardCharsets.UTF_8);
      int at = text.indexOf("SEVERE");
      return at < 0
          ? LogTail.of(log)
          : text.substring(at, Math.min(text.length(), at + 1500)).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
