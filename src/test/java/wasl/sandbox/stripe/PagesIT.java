package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wasl.harness.Chromium;

/** The hosted pages in a real browser: accessible, narrow enough, without script. */
@Tag("launched")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  private final ExecutorService visits = Executors.newCachedThreadPool();
  private HttpServer shopFront;
  private Shop shop;

  @BeforeAll
  void open() throws Exception {
    shop = Shop.inMemory();
    shopFront = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 8);
    shopFront.createContext("/", exchange -> Reply.send(exchange, 200, "text/plain", "thanks"));
    shopFront.setExecutor(visits);
    shopFront.start();
  }

  @AfterAll
  void close() {
    shopFront.stop(0);
    visits.shutdownNow();
    shop.close();
  }

  private Session session() throws Exception {
    String front = "http://127.0.0.1:" + shopFront.getAddress().getPort();
    return shop.stripe
        .v1()
        .checkout()
        .sessions()
        .create(
            com.stripe.param.checkout.SessionCreateParams.builder()
                .setMode(com.stripe.param.checkout.SessionCreateParams.Mode.SETUP)
                .setCurrency("eur")
                .setCustomer(shop.customer().getId())
                .setSuccessUrl(front + "/done")
                .setCancelUrl(front + "/cancelled")
                .build());
  }

  @ParameterizedTest
  @CsvSource({"ar,LIGHT", "ar,DARK", "ckb,LIGHT", "en,LIGHT", "en,DARK"})
  void everyPageIsAccessibleOnAPhone(String language, ColorScheme scheme) throws Exception {
    Session session = session();
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setJavaScriptEnabled(true)
                    .setColorScheme(scheme)
                    .setViewportSize(360, 740))) {
      Page page = context.newPage();
      page.navigate(session.getUrl() + "?lang=" + language);
      check(page, language + "-" + scheme + "-card");
      fill(page, "4242424242424241");
      check(page, language + "-" + scheme + "-fault");
      fill(page, "4000002760003184");
      check(page, language + "-" + scheme + "-challenge");
      page.navigate(session.getUrl().replace(session.getId(), "cs_none") + "?lang=" + language);
      check(page, language + "-" + scheme + "-missing");
      shop.stripe.v1().checkout().sessions().expire(session.getId());
      page.navigate(session.getUrl() + "?lang=" + language);
      check(page, language + "-" + scheme + "-over");
    }
  }

  @Test
  void worksWithoutScriptFromCardToShop() throws Exception {
    Session session = session();
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("ckb"))) {
      // closed with its context: closing a page by itself was seen to wait for ever
      Page page = context.newPage();
      page.navigate(session.getUrl());
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ckb");
      fill(page, "4000 0027 6000 3184");
      page.locator("button[value=approve]").click();
      page.waitForURL("**/done");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,360", "DARK,1280"})
  void theOperatorsPageIsAccessibleAndSetsAFault(ColorScheme scheme, int width) throws Exception {
    try (BrowserContext context =
        Chromium.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setViewportSize(width, 900))) {
      shop.control("DELETE", "misbehave", "");
      Customer customer = shop.customer();
      String method = shop.savedCard(customer, "4242424242424242");
      PaymentIntent paid = shop.charged(customer, method, 2_500);
      Page page = context.newPage();
      page.navigate(shop.sandbox.faultsUrl());
      page.getByLabel("Which calls").selectOption("payment_intents");
      page.getByLabel("What the gateway does").selectOption("DROP_AFTER");
      page.locator("button[value=call]").click();
      page.locator("tr", new Page.LocatorOptions().setHasText(paid.getLatestCharge()))
          .locator("button[value=dispute]")
          .click();
      assertThat(page.locator(".now").innerText()).contains("then drops the connection");
      page.frameLocator("iframe").getByText("/v1/payment_intents").first().waitFor();
      check(page, scheme + "-misbehaviour");
      page.locator("button[value=reset]").click();
      assertThat(page.locator(".now").innerText()).contains("the gateway does right");
    }
  }

  private static void fill(Page page, String number) {
    page.locator("[autocomplete=cc-number]").fill(number);
    page.locator("[autocomplete=cc-exp]").fill("12/34");
    page.locator("[autocomplete=cc-csc]").fill("123");
    page.locator("button").click();
  }

  private static void check(Page page, String name) {
    String pictures = System.getProperty("wasl.pictures");
    if (pictures != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(pictures, name + ".png")));
    }
    List<Rule> faults = new AxeBuilder(page).analyze().getViolations();
    assertThat(faults).as(name).extracting(Rule::getId).isEmpty();
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(overflow).as(name).isEqualTo(0);
  }
}
