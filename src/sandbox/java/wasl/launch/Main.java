package wasl.launch;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The Java side of {@code ./wasl}: one word that says what, and its options. */
public final class Main {

  /** Held here, else its level is forgotten; its warnings say only that MySQL is newer than it. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Main() {}

  public static void main(String[] arguments) {
    var rest = new ArrayList<>(Arrays.asList(arguments));
    var command = rest.isEmpty() ? "" : rest.remove(0);
    quieten();
    try {
      switch (command) {
        case "run" -> RunCommand.run(rest);
        case "serve" -> ServeCommand.run(rest);
        case "admin" -> ControlCommands.invite(rest);
        case "verify" -> ControlCommands.verify(rest);
        case "export" -> ControlCommands.export(rest);
        case "clock" -> ControlCommands.clock(rest);
        case "index" -> ControlCommands.index(rest);
        default -> throw new Usage("Unknown command: " + command);
      }
    } catch (Usage e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (LaunchRefused e) {
      System.err.println("\n" + e.getMessage());
      System.exit(1);
    } catch (UncheckedIOException e) {
      System.err.println("\n" + unusable(e).getMessage());
      System.exit(1);
    }
  }

  /** A file or a port that the machine does not give. */
  static LaunchRefused unusable(UncheckedIOException e) {
    return new LaunchRefused(
        "Something that is needed cannot be used: " + e.getCause() + ".",
        "See whether the disk is full, and whose the data folder is; then start again.",
        e);
  }

  /** The libraries' own reports would hide ours; what goes wrong they throw as well. */
  private static void quieten() {
    Logger.getLogger("").setLevel(Level.WARNING);
    FLYWAY.setLevel(Level.SEVERE);
  }

  /** The command line was not understood. */
  static final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
      super(message + "\n  ./wasl help lists the commands.");
    }
  }

  /** Takes an option with its value off the list, in either form: --name value, --name=value. */
  static String option(List<String> arguments, String name, String otherwise) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith(name + "=")) {
        return arguments.remove(i).substring(name.length() + 1);
      }
      if (arguments.get(i).equals(name)) {
        if (i + 1 == arguments.size()) {
          throw new Usage(name + " needs a value.");
        }
        arguments.remove(i);
        return arguments.remove(i);
      }
    }
    return otherwise;
  }

  static int port(List<String> arguments) {
    var text = option(arguments, "--port", "8080");
    try {
      int port = Integer.parseInt(text);
      if (port < 1 || port > Ports.LAST) {
        throw new NumberFormatException();
      }
      return port;
    } catch (NumberFormatException e) {
      throw new Usage("--port wants a number from 1 to 65535, not " + text + ".");
    }
  }

  static void nothingElse(List<String> arguments) {
    if (!arguments.isEmpty()) {
      throw new Usage("Not understood: " + String.join(" ", arguments));
    }
  }
}
