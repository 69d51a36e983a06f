package wasl.launch;

import java.nio.file.Path;
import java.util.List;

/** {@code ./wasl run}: the demo, until somebody stops it. */
final class RunCommand {

  private RunCommand() {}

  static void run(List<String> arguments) {
    var fresh = arguments.remove("--fresh");
    var port = Main.port(arguments);
    Main.nothingElse(arguments);
    var progress = Progress.timed();
    var wish =
        new DemoApplication.Wish(
            home(), VarFolder.of(System.getenv()), port, fresh, System.getenv());
    var application = DemoApplication.start(wish, progress);
    progress.say(
        application.isLacking()
            ? "Ready, but the demo's data are not whole; ./wasl run --fresh makes them anew"
            : "Ready");
    System.out.println(Welcome.text(application));
    try {
      application.watch();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Path home() {
    return Path.of(System.getProperty("wasl.home", ".")).toAbsolutePath().normalize();
  }
}
