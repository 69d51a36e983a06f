package wasl.launch;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The application server in a process of its own, with one archive in it. */
final class Payara {

  private static final Duration START = Duration.ofMinutes(5);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

  private final VarFolder folder;
  private final Setup setup;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Process process;
  private long askedNanos = System.nanoTime();

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
      keepLog();
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

  /** What it wrote last time tells why it was started again. */
  private void keepLog() throws IOException {
    var log = folder.log("payara");
    if (Files.exists(log)) {
      Files.move(log, folder.log("payara-before"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /**
   * Whether only another start helps: it has ended, or says so at {@code GET /health/live}, which
   * is asked every ten seconds.
   */
  boolean isLost() {
    if (!process.isAlive()) {
      return true;
    }
    if (System.nanoTime() - askedNanos < BETWEEN_QUESTIONS.toNanos()) {
      return false;
    }
    askedNanos = System.nanoTime();
    return down("live", "process").map(down -> down.contains("process")).orElse(false);
  }

  /** Stops what is left of it and starts it; {@link #awaitReady} says when it answers. */
  void startAgain() {
    stopRunning(folder);
    launch();
  }

  /**
   * Returns once {@code GET /health/ready} answers 200.
   *
   * @throws LaunchRefused if the server ends, or reports that it has started without the archive
   */
  void awaitReady() {
    awaitReadyBut("");
  }

  /** Returns once nothing of {@code GET /health/ready} is down but the check of that name. */
  void awaitReadyBut(String exempt) {
    var log = folder.log("payara");
    var end = System.nanoTime() + START.toNanos();
    int booted = 0;
    Optional<List<String>> down = Optional.empty();
    while (System.nanoTime() < end && booted < 50) {
      down = down("ready", "database");
      if (down.isPresent() && down.get().stream().allMatch(exempt::equals)) {
        return;
      }
      if (!process.isAlive()) {
        break;
      }
      if (isLost()) {
        startAgain();
        booted = 0;
      }
      try {
        // after the server's own last word, some seconds for an archive that does not answer yet;
        // one that answers may take its time to make an index
        boolean silent = down.isEmpty() && Files.readString(log).contains("Payara Micro URLs");
        booted += silent ? 1 : 0;
        Thread.sleep(200);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    var fault = process.isAlive() && down.isPresent() ? "down is " + down.get() : severe(log);
    throw new LaunchRefused(
        "The application does not start: " + fault, "The whole log is in " + log + ".");
  }

  /** The checks of that kind that are down; nothing while the application does not answer. */
  private Optional<List<String>> down(String kind, String own) {
    var request =
        HttpRequest.newBuilder(URI.create("http://" + address() + "/health/" + kind))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(List.of()) : downOf(answer.body(), own);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * The names of the checks that are down, from an answer of MicroProfile Health; nothing where it
   * is none, or has not the archive's own check of that name.
   */
  static Optional<List<String>> downOf(String health, String own) {
    try {
      var all = new ArrayList<String>();
      var down = new ArrayList<String>();
      for (var check : JsonParser.parseString(health).getAsJsonObject().getAsJsonArray("checks")) {
        var name = check.getAsJsonObject().get("name").getAsString();
        all.add(name);
        if (!check.getAsJsonObject().get("status").getAsString().equals("UP")) {
          down.add(name);
        }
      }
      return all.contains(own) ? Optional.of(down) : Optional.empty();
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      return Optional.empty();
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
