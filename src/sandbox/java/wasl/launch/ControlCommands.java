package wasl.launch;

import java.util.List;
import java.util.Set;

/** The commands that ask the running application. */
final class ControlCommands {

  private static final Set<String> LEDGER_FORMATS = Set.of("csv", "jsonl", "hledger");

  private ControlCommands() {}

  /** {@code ./wasl clock +P30D}. */
  static void clock(List<String> arguments) {
    var folder = folder(arguments);
    if (arguments.size() != 1 || !arguments.get(0).matches("\\+?P[0-9A-Z.]+")) {
      throw new Main.Usage("Say by how much: ./wasl clock +P30D, or +PT6H.");
    }
    var by = arguments.get(0).replaceFirst("^\\+", "");
    control(folder).post("clock", "{\"by\": \"" + by + "\"}", System.out);
  }

  /** {@code ./wasl admin invite EMAIL}. */
  static void invite(List<String> arguments) {
    var folder = folder(arguments);
    if (arguments.size() != 2
        || !arguments.get(0).equals("invite")
        || !arguments.get(1).matches("[^@\\s\"\\\\]+@[^@\\s\"\\\\]+")) {
      throw new Main.Usage("Say who: ./wasl admin invite someone@example.org");
    }
    var body = "{\"email\": \"" + arguments.get(1) + "\"}";
    control(folder).post("admin-invitation", body, System.out);
  }

  /** {@code ./wasl verify}. */
  static void verify(List<String> arguments) {
    var folder = folder(arguments);
    Main.nothingElse(arguments);
    control(folder).get("verify", System.out);
  }

  /** {@code ./wasl index}. */
  static void index(List<String> arguments) {
    var folder = folder(arguments);
    Main.nothingElse(arguments);
    control(folder).post("search-index", "{}", System.out);
  }

  /** {@code ./wasl export ledger --as csv}. */
  static void export(List<String> arguments) {
    var folder = folder(arguments);
    var format = Main.option(arguments, "--as", "csv");
    if (!arguments.equals(List.of("ledger")) || !LEDGER_FORMATS.contains(format)) {
      throw new Main.Usage("Say what: ./wasl export ledger --as csv, jsonl or hledger.");
    }
    control(folder).get("ledger?as=" + format, System.out);
  }

  /** The data folder; with {@code --env FILE} that of the file's {@code WASL_VAR}. */
  private static VarFolder folder(List<String> arguments) {
    return VarFolder.of(ServeCommand.environment(Main.option(arguments, "--env", "")));
  }

  private static Control control(VarFolder folder) {
    return new Control(
        RunFile.read(folder)
            .orElseThrow(
                () ->
                    new LaunchRefused(
                        "No application is running with the data folder " + folder.root() + ".",
                        "Start it with "
                            + folder.startCommand()
                            + ", or name the folder of the running one in WASL_VAR.")),
        folder.startCommand());
  }
}
