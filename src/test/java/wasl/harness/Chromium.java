package wasl.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The one real browser of a test run, headless. Starting it is tried again when it does not answer,
 * since nothing of Wasl is under test by then, and the last try says all that the browser says.
 */
public final class Chromium {

  private static final int TRIES = 3;
  private static final long PATIENCE_SECONDS = 60;

  /** What a browser on a closed network can do without. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static Browser browser;

  private Chromium() {}

  /** The browser; started when it is first asked for, ended with the run. */
  public static synchronized Browser get() {
    for (int attempt = 1; browser == null; attempt++) {
      try {
        browser = start(attempt == TRIES);
      } catch (PlaywrightException e) {
        System.out.println("[browser] did not start, attempt " + attempt + ": " + e.getMessage());
        ProcessHandle.current()
            .descendants()
            .filter(it -> it.info().command().orElse("").matches(".*(playwright|chromium).*"))
            .forEach(ProcessHandle::destroyForcibly);
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
    return browser;
  }

  private static Browser start(boolean talkative) {
    var waiting = Thread.currentThread();
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try {
      watch.schedule(waiting::interrupt, PATIENCE_SECONDS, TimeUnit.SECONDS);
      var environment =
          talkative
              ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "DEBUG", "pw:browser*")
              : Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      var started =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of("/usr/bin/chromium"))
                      .setArgs(FLAGS));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser"));
      return started;
    } finally {
      watch.shutdownNow();
      // an interruption that came too late is not the test's
      Thread.interrupted();
    }
  }
}
