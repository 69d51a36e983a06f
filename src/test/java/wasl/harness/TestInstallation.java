package wasl.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.launch.Ports;
import wasl.launch.Surroundings;

/**
 * What the archive under test talks to: a new database, the mailbox and the rest of the sandbox,
 * started once for a whole run when the first test wants it. Only on the outside: a test inside the
 * container cannot reach it.
 */
public final class TestInstallation {

  /** Where all of it lies, logs included. */
  public static final Path FOLDER = Path.of("target/it").toAbsolutePath();

  private static TestInstallation installation;

  private final int port;
  private final Surroundings surroundings;

  private TestInstallation(int port, Surroundings surroundings) {
    this.port = port;
    this.surroundings = surroundings;
  }

  /** The one of this run. */
  public static synchronized TestInstallation get() {
    if (installation == null) {
      int port = Ports.any();
      installation =
          new TestInstallation(
              port,
              Surroundings.startFresh(
                  FOLDER.resolve("var"),
                  port,
                  impatient(),
                  line -> System.out.println("[surroundings] " + line)));
    }
    return installation;
  }

  /** The operator's settings, with a gateway that need not be waited for as long as in earnest. */
  private static Map<String, String> impatient() {
    var settings = new HashMap<>(System.getenv());
    settings.put("WASL_STRIPE_READ_MILLIS", "2000");
    return settings;
  }

  /** Where the archive under test answers, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  /** Writes the application's configuration as system properties: {@code wasl.db.url} and so on. */
  Path writeSettings() {
    var file = FOLDER.resolve("application.properties");
    var lines =
        surroundings.settings().entrySet().stream()
            .map(it -> property(it.getKey()) + "=" + escaped(it.getValue()))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Files.createDirectories(FOLDER);
      return Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String property(String variable) {
    return variable.toLowerCase(Locale.ROOT).replace('_', '.');
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\");
  }
}
