package wasl.launch;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.sandbox.mailbox.Mailbox;

/**
 * The whole of Wasl on one machine: embedded database, mailbox, and the demo archive on its server.
 * {@code ./wasl run} starts it, and so do the browser tests.
 */
public final class DemoApplication implements AutoCloseable {

  private static final List<String> JVM =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xshare:auto");

  private final VarFolder folder;
  private final FileLock claim;
  private final Progress progress;
  private final RunFile address;
  private MariaDb database;
  private Mailbox mailbox;
  private Payara server;
  private volatile boolean closed;

  private DemoApplication(VarFolder folder, FileLock claim, Progress progress, RunFile address) {
    this.folder = folder;
    this.claim = claim;
    this.progress = progress;
    this.address = address;
  }

  /**
   * @param home the folder of the sources, with {@code target} in it
   * @param folder where the data lie
   * @param port where the application answers
   * @param fresh whether the data folder is emptied first
   * @param environment what the operator sets
   */
  public record Wish(
      Path home, VarFolder folder, int port, boolean fresh, Map<String, String> environment) {}

  /** Starts everything and returns when the application answers. */
  public static DemoApplication start(Wish wish, Progress progress) {
    var folder = wish.folder().prepare();
    var claim = folder.claim();
    var url = "http://127.0.0.1:" + wish.port();
    var address = new RunFile(url, wish.port(), ProcessHandle.current().pid(), Secrets.fresh());
    var application = new DemoApplication(folder, claim, progress, address);
    // registered before anything starts: a child must not outlive a start that is broken off
    Runtime.getRuntime().addShutdownHook(new Thread(application::close, "stop"));
    try {
      application.start(wish);
      return application;
    } catch (RuntimeException e) {
      application.close();
      throw e;
    }
  }

  private void start(Wish wish) {
    if (Payara.stopRunning(folder)) {
      progress.say("Stopped an application that an earlier start had left behind.");
    }
    if (MariaDb.stopRunning(folder)) {
      progress.say("Stopped a database that an earlier start had left behind.");
    }
    Ports.demand(wish.port());
    if (wish.fresh()) {
      progress.say("Emptying " + folder.root());
      folder.empty();
      folder.prepare();
    }
    var secrets = new Secrets(folder);
    var first = !Files.isDirectory(folder.database());
    progress.say(first ? "Making an empty database" : "Starting the database");
    database =
        MariaDb.start(folder, secrets, wish.environment(), Ports.preferably(wish.port() + 4));
    migrate();
    mailbox =
        Mailbox.start(
            folder.mail(), Ports.preferably(wish.port() + 3), Ports.preferably(wish.port() + 2));
    progress.say("Starting the application");
    server = Payara.start(folder, setup(wish, secrets));
    server.awaitReady();
    address.write(folder);
  }

  private void migrate() {
    var schema = new Schema(database.migration(), database.application());
    int made = schema.migrate(List.of("db/migration", "db/sandbox"));
    schema.grant();
    progress.say(made == 0 ? "The schema is up to date" : "Ran " + made + " migrations");
  }

  private Payara.Setup setup(Wish wish, Secrets secrets) {
    var target = wish.home().resolve("target");
    var environment = new HashMap<String, String>();
    environment.put("WASL_PUBLIC_URL", address.url());
    environment.put("WASL_NODE_ID", "1");
    environment.put("WASL_SECRET_KEY", secrets.of("secret-key"));
    // what the operator sets counts, but for what belongs to this start
    environment.putAll(wish.environment());
    environment.put("WASL_DB_URL", database.application().url());
    environment.put("WASL_DB_USER", database.application().user());
    environment.put("WASL_DB_PASSWORD", database.application().password());
    environment.putIfAbsent("WASL_SMTP_URL", mailbox.smtpUrl());
    environment.put("WASL_CONTROL_TOKEN", address.token());
    return new Payara.Setup(
        target.resolve("payara-micro.jar"),
        wish.home().resolve("payara"),
        target.resolve("wasl-demo.war"),
        wish.environment().getOrDefault("WASL_BIND_ADDRESS", "127.0.0.1"),
        wish.port(),
        JVM,
        environment);
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return address.url();
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  /** The database as the application sees it. */
  public DatabaseAccess database() {
    return database.application();
  }

  /** What {@code /api/control} wants to see in the header {@code X-Wasl-Control}. */
  public String controlToken() {
    return address.token();
  }

  /** Starts again what dies, until this is closed. */
  void watch() throws InterruptedException {
    while (!closed) {
      Thread.sleep(500);
      restartTheDead();
    }
  }

  private void restartTheDead() {
    if (!closed) {
      if (!database.isAlive()) {
        progress.say("The database ended unexpectedly; starting it again");
        database.launch();
      }
      if (!server.isAlive()) {
        progress.say("The application ended unexpectedly; starting it again");
        server.launch();
        server.awaitReady();
        progress.say("The application is back");
      }
    }
  }

  /** Stops all parts, the application first. */
  @Override
  public void close() {
    closed = true;
    if (!claim.isValid()) {
      return;
    }
    RunFile.remove(folder);
    Payara.stopRunning(folder);
    MariaDb.stopRunning(folder);
    if (mailbox != null) {
      mailbox.close();
    }
    release();
  }

  private void release() {
    try {
      claim.acquiredBy().close();
    } catch (IOException e) {
      progress.say("The data folder stays claimed until this process ends: " + e.getMessage());
    }
  }
}
