package wasl.launch;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The whole of Wasl on one machine: its surroundings, and the demo archive on its server. {@code
 * ./wasl run} starts it, and so do the browser tests.
 */
public final class DemoApplication implements AutoCloseable {

  private static final List<String> JVM =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xshare:auto");

  /** Lies in the data folder once the demo's data are whole. */
  private static final String MADE = "demo-data";

  /** The application's check that is down until its story has been told. */
  private static final String STORY = "demo";

  private final VarFolder folder;
  private final FileLock claim;
  private final Progress progress;
  private RunFile address;
  private Surroundings surroundings;
  private Payara server;
  private boolean lacking;
  private volatile boolean closed;

  private DemoApplication(VarFolder folder, FileLock claim, Progress progress) {
    this.folder = folder;
    this.claim = claim;
    this.progress = progress;
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

  /** Starts everything and returns when all of the demo can be used. */
  public static DemoApplication start(Wish wish, Progress progress) {
    var folder = wish.folder().prepare();
    var claim = folder.claim();
    var application = new DemoApplication(folder, claim, progress);
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
      progress.say("Stopped an application that an earlier start had left behind");
    }
    if (MariaDb.stopRunning(folder)) {
      progress.say("Stopped a database that an earlier start had left behind");
    }
    Ports.demand(wish.port(), "./wasl run");
    if (wish.fresh()) {
      progress.say("Emptying " + folder.root());
      folder.empty();
      folder.prepare();
    }
    surroundings = Surroundings.start(folder, wish.port(), wish.environment(), progress);
    address =
        new RunFile(
            "http://127.0.0.1:" + wish.port(),
            wish.port(),
            ProcessHandle.current().pid(),
            surroundings.controlToken());
    progress.say("Starting the application");
    server = Payara.start(folder, setup(wish));
    begin();
  }

  /** From the server's start until the demo's people can sign in, and others find it. */
  private void begin() {
    if (isMade()) {
      server.awaitReady();
    } else {
      server.awaitReadyBut(STORY);
      makeDemoData();
      server.awaitReady();
    }
    address.write(folder);
  }

  private boolean isMade() {
    return Files.exists(folder.file(MADE));
  }

  /** Once for each database; a demo that lacks some of its data is still one to look at. */
  private void makeDemoData() {
    progress.say("Making the demo's data");
    lacking = !whole(control(), progress);
    if (!lacking) {
      PrivateFiles.write(folder.file(MADE), "made\n");
    }
  }

  private Control control() {
    return new Control(address, "./wasl run");
  }

  /** Has the data made. They are whole where the application says so at the end. */
  static boolean whole(Control control, Progress progress) {
    var last = new AtomicReference<String>();
    try {
      control.tryPost(
          "demo",
          "{}",
          line -> {
            last.set(line);
            progress.say("  " + line);
          });
    } catch (LaunchRefused e) {
      progress.say("  " + e.getMessage());
    }
    return "done".equals(last.get());
  }

  /** Whether some of the demo's accounts and projects are missing. */
  boolean isLacking() {
    return lacking;
  }

  /** Moves the application's clock as {@code ./wasl clock} does. */
  public void moveClock(Duration by) {
    control().post("clock", "{\"by\": \"" + by + "\"}", System.out);
  }

  /** Has the application do something of which {@code /api/control} knows; answers what it says. */
  public String control(String path) {
    var lines = new ArrayList<String>();
    if (!control().tryPost(path, "{}", lines::add)) {
      throw new IllegalStateException("the application has no call " + path);
    }
    return String.join("\n", lines);
  }

  private Payara.Setup setup(Wish wish) {
    var target = wish.home().resolve("target");
    var options = new ArrayList<>(JVM);
    options.addAll(Payara.ownOptions(wish.environment()));
    var settings = new HashMap<>(surroundings.settings());
    settings.put("WASL_DEMO_AWAITED", Boolean.toString(!isMade()));
    return new Payara.Setup(
        target.resolve("payara-micro.jar"),
        wish.home().resolve("payara"),
        target.resolve("wasl-demo.war"),
        wish.environment().getOrDefault("WASL_BIND_ADDRESS", "127.0.0.1"),
        wish.port(),
        options,
        settings);
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return address.url();
  }

  /** The process of the server with the application in it. */
  public ProcessHandle serverProcess() {
    return server.process();
  }

  /** Database, mailbox and all else that it talks to. */
  public Surroundings surroundings() {
    return surroundings;
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
      if (surroundings.revive()) {
        progress.say("The database had ended unexpectedly; it runs again");
      }
      if (server.isLost()) {
        progress.say("The application ended unexpectedly or cannot go on; starting it again");
        server.startAgain();
        begin();
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
    if (surroundings != null) {
      surroundings.close();
    }
    MariaDb.stopRunning(folder);
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
