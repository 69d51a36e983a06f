package wasl.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./wasl serve}: the product against an external database, until somebody stops it. */
final class ServeCommand {

  private ServeCommand() {}

  static void run(List<String> arguments) {
    var environment = environment(Main.option(arguments, "--env", ""));
    var port = Main.port(arguments);
    Main.nothingElse(arguments);
    var progress = Progress.timed();
    var server = Production.start(RunCommand.home(), environment, port, progress);
    progress.say("Ready at " + environment.get("WASL_PUBLIC_URL") + ", here at " + server.url());
    try {
      server.watch();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The process's environment; what it lacks comes from the file, one NAME=value on a line. */
  static Map<String, String> environment(String file) {
    var environment = new HashMap<String, String>();
    if (!file.isEmpty()) {
      var from = Path.of(System.getProperty("wasl.called.from", "."));
      try {
        for (var line : Files.readAllLines(from.resolve(file))) {
          var text = line.strip().replaceFirst("^export\\s+", "");
          int equals = text.indexOf('=');
          if (!text.startsWith("#") && equals > 0) {
            var value = text.substring(equals + 1).strip();
            environment.put(
                text.substring(0, equals).strip(), value.replaceFirst("^(['\"])(.*)\\1$", "$2"));
          }
        }
      } catch (IOException e) {
        throw new LaunchRefused(
            "The environment file " + file + " cannot be read.",
            "Name a file with one NAME=value on a line.",
            e);
      }
    }
    environment.putAll(System.getenv());
    return environment;
  }
}
