package wasl.launch;

import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The product on its server, against a database that somebody else looks after. */
final class Production {

  private static final String ANOTHER_VERSION =
      "If a newer version has used this database, serve with that one; if not, put back a backup:"
          + " see docs/operations.md.";

  private final VarFolder folder;
  private final FileLock claim;
  private final Progress progress;
  private final RunFile address;
  private Payara server;
  private volatile boolean closed;

  private Production(VarFolder folder, FileLock claim, Progress progress, RunFile address) {
    this.folder = folder;
    this.claim = claim;
    this.progress = progress;
    this.address = address;
  }

  /**
   * Checks the settings, brings the schema up to date, starts the server and returns when it
   * answers.
   *
   * @throws LaunchRefused with a sentence for each setting that is missing or a known default
   */
  static Production start(Path home, Map<String, String> environment, int port, Progress progress) {
    var faults = ProductionSettings.faults(environment);
    if (!faults.isEmpty()) {
      throw new LaunchRefused(String.join("\n", faults), "docs/operations.md lists all settings.");
    }
    var folder = VarFolder.of(environment).prepare();
    var claim = folder.claim();
    var bind = environment.getOrDefault("WASL_BIND_ADDRESS", "127.0.0.1");
    var url = "http://" + (bind.equals("0.0.0.0") ? "127.0.0.1" : bind) + ":" + port;
    var address = new RunFile(url, port, ProcessHandle.current().pid(), Secrets.fresh());
    var production = new Production(folder, claim, progress, address);
    Runtime.getRuntime().addShutdownHook(new Thread(production::stop, "stop"));
    if (Payara.stopRunning(folder)) {
      progress.say("Stopped an application that an earlier start had left behind.");
    }
    Ports.demand(port, "./wasl serve");
    production.migrate(environment);
    production.launch(home, environment, bind, port);
    return production;
  }

  private void migrate(Map<String, String> environment) {
    var migration = access(environment, "WASL_DB_MIGRATION_USER", "WASL_DB_MIGRATION_PASSWORD");
    var application = access(environment, "WASL_DB_USER", "WASL_DB_PASSWORD");
    progress.say("The database is " + new DatabaseChecks(migration).check());
    var schema = new Schema(migration, application, ANOTHER_VERSION);
    int made = schema.migrate(List.of("db/migration"));
    schema.grant();
    progress.say(made == 0 ? "The schema is up to date" : "Ran " + made + " migrations");
  }

  private static DatabaseAccess access(
      Map<String, String> environment, String user, String password) {
    return new DatabaseAccess(
            environment.get("WASL_DB_URL"), environment.get(user), environment.get(password))
        .tuned();
  }

  private void launch(Path home, Map<String, String> environment, String bind, int port) {
    progress.say("Starting the application");
    var settings = new HashMap<>(environment);
    settings.put("WASL_DB_URL", access(environment, "WASL_DB_USER", "WASL_DB_PASSWORD").url());
    settings.put("WASL_CONTROL_TOKEN", address.token());
    settings.putIfAbsent("WASL_NODE_ID", "1");
    settings.putIfAbsent("WASL_INDEX_FOLDER", folder.index().toString());
    // the server's process has no need of the right to change the schema
    settings.remove("WASL_DB_MIGRATION_USER");
    settings.remove("WASL_DB_MIGRATION_PASSWORD");
    var options = new ArrayList<>(List.of("-Xmx512m"));
    options.addAll(Payara.ownOptions(environment));
    server =
        Payara.start(
            folder,
            new Payara.Setup(
                home.resolve("target/payara-micro.jar"),
                home.resolve("payara"),
                home.resolve("target/wasl.war"),
                bind,
                port,
                options,
                settings));
    server.awaitReady();
    address.write(folder);
  }

  String url() {
    return address.url();
  }

  /** Starts the server again if it dies or cannot go on, until this process is stopped. */
  void watch() throws InterruptedException {
    while (!closed) {
      Thread.sleep(500);
      restartIfLost();
    }
  }

  private void restartIfLost() {
    if (!closed && server.isLost()) {
      progress.say("The application ended unexpectedly or cannot go on; starting it again");
      server.startAgain();
      server.awaitReady();
      progress.say("The application is back");
    }
  }

  private void stop() {
    closed = true;
    if (claim.isValid()) {
      RunFile.remove(folder);
      Payara.stopRunning(folder);
    }
  }
}
