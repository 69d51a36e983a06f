package wasl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import wasl.harness.Chromium;
import wasl.harness.PlainHttp;
import wasl.harness.TestInstallation;
import wasl.launch.DemoApplication;
import wasl.launch.Ports;
import wasl.launch.VarFolder;
import wasl.sandbox.mailbox.Mail;

/**
 * A real browser in front of the whole demo. What extends this starts the demo once for the whole
 * run, on free ports, with its data, and gets pages that are closed after each test. A script's
 * error or something that the page's policy forbids fails the test; a failed test leaves a picture
 * of each page in {@code target/shots}.
 */
@Tag("launched")
@ExtendWith(BrowserIT.PicturesOfFailure.class)
public abstract class BrowserIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final Path FOLDER = TestInstallation.FOLDER.resolve("browser");

  private static DemoApplication application;
  private static Beginning beginning;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> scriptErrors = new ArrayList<>();

  /** The running demo. */
  protected static synchronized DemoApplication application() {
    if (application == null) {
      int port = Ports.any();
      application =
          DemoApplication.start(
              new DemoApplication.Wish(
                  Path.of("").toAbsolutePath(),
                  new VarFolder(FOLDER),
                  port,
                  true,
                  withFewInvestors()),
              line -> {
                System.out.println("[demo] " + line);
                if (line.contains("day ") && beginning == null) {
                  beginning = Beginning.seen(port);
                }
              });
    }
    return application;
  }

  /**
   * What others see of the demo while its data are being made.
   *
   * @param ready what {@code /health/ready} answers
   * @param found whether the commands that need a running application find it
   */
  protected record Beginning(int ready, String body, boolean found) {
    private static Beginning seen(int port) {
      var address = URI.create("http://127.0.0.1:" + port + "/health/ready");
      try {
        var answer =
            PlainHttp.CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return new Beginning(
            answer.statusCode(), answer.body(), Files.exists(FOLDER.resolve("run.json")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** As it was in the middle of the story. */
  protected static Beginning beginning() {
    application();
    return beginning;
  }

  /** The story alone: the whole country takes a minute more, and its pledges most of that. */
  private static Map<String, String> withFewInvestors() {
    var environment = new HashMap<>(System.getenv());
    environment.merge("WASL_JAVA_OPTIONS", "-Dwasl.demo.crowd=10", (set, own) -> set + " " + own);
    return environment;
  }

  /**
   * A new visitor with a wide screen, whose addresses begin at the demo: {@code navigate("/ar/")}.
   */
  protected Page page(String lang) {
    return page(options(lang).setViewportSize(1280, 900));
  }

  /** A new visitor with a phone 360 pixels wide. */
  protected Page phone(String lang) {
    return page(options(lang).setViewportSize(360, 740).setHasTouch(true).setIsMobile(true));
  }

  /** A new visitor whose browser runs no script. */
  protected Page withoutScript(String lang) {
    return page(options(lang).setJavaScriptEnabled(false));
  }

  private Page page(Browser.NewContextOptions options) {
    var context = Chromium.get().newContext(options);
    contexts.add(context);
    var page = context.newPage();
    page.onPageError(error -> scriptErrors.add(page.url() + ": " + error));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            scriptErrors.add(page.url() + ": " + message.text());
          }
        });
    return page;
  }

  private static Browser.NewContextOptions options(String lang) {
    return new Browser.NewContextOptions()
        .setBaseURL(application().url())
        .setLocale(lang.equals("en") ? "en-GB" : lang + "-IQ")
        .setTimezoneId("Europe/Stockholm");
  }

  /** Signs in on the page of that language. */
  protected void signIn(Page page, String lang, String email, String password) {
    page.navigate("/" + lang + "/sign-in");
    fillSignIn(page, email, password);
  }

  /** Signs in on the sign-in page that is shown. */
  protected void fillSignIn(Page page, String email, String password) {
    page.fill("input[type=email]", email);
    page.fill("input[type=password]", password);
    page.click("[id='f:send']");
    page.waitForURL(url -> !url.contains("/sign-in?") && !url.endsWith("/sign-in"));
  }

  /** Asserts that axe finds nothing wrong with what the page shows now. */
  protected void axe(Page page) {
    loadFrames(page);
    var violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    assertThat(violations.stream().map(BrowserIT::told)).as("axe on " + page.url()).isEmpty();
  }

  /** What loads only when somebody scrolls to it has nothing that could answer axe until then. */
  private static void loadFrames(Page page) {
    for (var frame : page.locator("iframe:visible").all()) {
      frame.scrollIntoViewIfNeeded();
      page.waitForCondition(() -> !frame.elementHandle().contentFrame().url().isEmpty());
    }
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " ("
        + rule.getHelp()
        + "): "
        + rule.getNodes().stream().map(it -> it.getHtml()).limit(3).toList();
  }

  /** Asserts that the page can be read without scrolling sideways. */
  protected void fits(Page page) {
    // after a click a new page may have come of which nothing has been read yet
    page.waitForLoadState();
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("pixels too wide: " + page.url())
        .isEqualTo(0);
  }

  /** Keeps a picture of the whole page as {@code target/shots/name.png}. */
  protected void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/shots", name + ".png"))
            .setFullPage(true));
  }

  /** The newest mail to that address whose subject or text has that part; waits for it. */
  protected Mail mail(String to, String part) {
    return await("a mail to " + to + " with " + part)
        .atMost(Duration.ofSeconds(30))
        .until(() -> newest(to, part), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<Mail> newest(String to, String part) {
    return application().surroundings().mailbox().to(to).stream()
        .filter(it -> it.subject().contains(part) || it.text().contains(part))
        .findFirst();
  }

  @AfterEach
  void leave() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    assertThat(scriptErrors).as("errors of scripts").isEmpty();
  }

  /** Looks at the pages before they are closed. */
  static final class PicturesOfFailure implements AfterTestExecutionCallback {
    @Override
    public void afterTestExecution(ExtensionContext context) {
      if (context.getExecutionException().isPresent()
          && context.getRequiredTestInstance() instanceof BrowserIT test) {
        var name =
            context.getRequiredTestClass().getSimpleName()
                + "-"
                + context.getDisplayName().replaceAll("[^\\p{L}\\p{N}]+", "-");
        int number = 0;
        for (var visitor : test.contexts) {
          for (var page : visitor.pages()) {
            test.shot(page, "failed-" + name.toLowerCase(Locale.ROOT) + "-" + ++number);
          }
        }
      }
    }
  }
}
