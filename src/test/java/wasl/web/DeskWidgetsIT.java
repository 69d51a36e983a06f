package wasl.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wasl.shared.Ids;

/**
 * The few pages that use PrimeFaces: live, sortable, within the policy; and that no other does.
 * Classes run in the order of their names: this one before {@link MainJobIT}, after which none of
 * the demo's campaigns is being collected any more.
 */
class DeskWidgetsIT extends BrowserIT {

  private static final String PASSWORD = "wasl-demo-2026";

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none';"
          + " frame-ancestors 'none'";

  /** Escrow of the demo's campaigns: more than five. */
  private static final String ACCOUNTS = "/finance/accounts?kind=LISTING_ESCROW&rows=5";

  @Test
  void aRunRenewsItselfWhileSomebodyWrites() throws SQLException {
    var page = page("ar");
    signIn(page, "ar", "finance@demo.wasl.example", PASSWORD);
    // a charge that a bank has refused is said to be at the bank again; nobody asks about it
    var attempt = "UPDATE payment_attempt SET state = '%s' WHERE id = " + collecting("a.id");
    change(attempt.formatted("AUTHENTICATING"));
    try {
      page.navigate("/ar/finance/run/" + Ids.text(collecting("r.id")));
      var unknown = page.locator("[id=numbers] tr:nth-child(3) td").first();
      assertThat(unknown.textContent()).isEqualTo("1");
      axe(page);
      page.fill("[id='f:reason']", "قيد الكتابة");
    } finally {
      change(attempt.formatted("DECLINED"));
    }

    page.waitForCondition(() -> text(page, "[id=numbers] tr:nth-child(3) td").equals("0"));

    assertThat(page.inputValue("[id='f:reason']")).isEqualTo("قيد الكتابة");
    assertThat(page.textContent("[data-told]")).isEqualTo("السحب: أُنجز 100%");
    assertThat(page.evaluate("PF('widget_watch_poll').isActive()")).as("asks on").isEqualTo(false);
    axe(page);
    page.reload();
    assertThat(page.locator(".live").count()).as("nothing is left to watch").isZero();
  }

  private static String text(Page page, String first) {
    return page.locator(first).first().textContent();
  }

  /** Of the first campaign that is being collected and of which a bank has refused a charge. */
  private static long collecting(String column) throws SQLException {
    try (var connection = application().surroundings().database().administrator().connect();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "SELECT "
                    + column
                    + " FROM pledge_run r JOIN listing l ON l.id = r.listing AND l.state ="
                    + " 'COLLECTING' JOIN payment_attempt a ON a.listing = l.id AND a.ask_at IS NULL"
                    + " AND a.state IN ('DECLINED', 'AUTHENTICATING') ORDER BY r.id, a.id LIMIT 1")) {
      assertThat(found.next()).isTrue();
      return found.getLong(1);
    }
  }

  private static void change(String sql) throws SQLException {
    try (var connection = application().surroundings().database().administrator().connect();
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  @Test
  void oneCampaignsChargesAreHeldAndGoOn() throws SQLException {
    var page = page("en");
    signIn(page, "en", "finance@demo.wasl.example", PASSWORD);
    page.navigate("/en/finance/run/" + Ids.text(collecting("r.id")));
    page.fill("[id='f:reason']", "The bank asks to wait.");
    page.click("[id='f:pause']");
    page.waitForSelector("[id='f:resume']");
    assertThat(page.textContent("[id=held]")).contains("The charging of this project is paused");

    page.click("[id='f:resume']");

    page.waitForSelector("[id='f:pause']");
    assertThat(page.textContent("[id=held]")).isEmpty();
    assertThat(page.textContent("main")).contains("The bank asks to wait.");
  }

  @Test
  void allChargesAreHeldAndGoOn() {
    var page = withoutScript("en");
    signIn(page, "en", "finance@demo.wasl.example", PASSWORD);
    page.navigate("/en/finance/charging");
    page.fill("[id='f:reason']", "All banks ask to wait.");
    page.click("[id='f:pause']");

    page.click("[id='f:resume']");

    page.waitForSelector("[id='f:pause']");
    assertThat(page.textContent("main")).contains("All banks ask to wait.");
  }

  @Test
  void accountsAreSortedAndPagedWithoutLoadingThePageAnew() {
    var page = page("ar");
    signIn(page, "ar", "finance@demo.wasl.example", PASSWORD);
    page.navigate("/ar" + ACCOUNTS);
    axe(page);
    fits(page);
    page.evaluate("document.body.dataset.same = 'yes'");
    var newest = rows(page);

    sort(page, 4, ACCOUNTS.replace("&rows", "&sort=BALANCE&order=asc&rows"));
    var smallest = rows(page);
    assertThat(smallest).isNotEqualTo(newest).hasSameSizeAs(newest);
    sort(page, 4, ACCOUNTS.replace("&rows", "&sort=BALANCE&order=desc&rows"));
    var largest = rows(page);
    page.click(".ui-paginator-next:not(.ui-state-disabled)");
    page.waitForURL(url -> url.endsWith("&page=2"));
    assertThat(rows(page)).as("the rest, in the same order").doesNotContainAnyElementsOf(largest);
    assertThat(page.evaluate("document.body.dataset.same")).as("the page").isEqualTo("yes");
    axe(page);
    var rest = rows(page);
    page.reload();
    assertThat(rows(page)).as("the same by its address").isEqualTo(rest);
    sort(page, 1, ACCOUNTS.replace("&rows", "&sort=ACCOUNT&order=asc&rows"));
    var oldest = numbers(page);
    page.click(".langs [hreflang=en]");
    page.waitForURL(url -> url.contains("/en/"));
    assertThat(numbers(page)).as("in another language").isEqualTo(oldest);

    var plain = withoutScript("ar");
    signIn(plain, "ar", "finance@demo.wasl.example", PASSWORD);
    plain.navigate("/ar" + ACCOUNTS);
    assertThat(rows(plain)).isEqualTo(newest);
    plain.click("nav.pager a[rel=next]");
    assertThat(rows(plain)).isNotEmpty().doesNotContainAnyElementsOf(newest);
    plain.click("noscript a[href*='sort=BALANCE']");
    assertThat(rows(plain)).isEqualTo(largest);
  }

  private static List<String> numbers(Page page) {
    return page.locator(".ui-datatable tbody code").allTextContents();
  }

  private static void sort(Page page, int column, String address) {
    page.click("thead th:nth-child(" + column + ")");
    page.waitForURL(url -> url.endsWith(address));
  }

  private static List<String> rows(Page page) {
    return page.locator(".ui-datatable tbody tr").all().stream().map(Locator::textContent).toList();
  }

  @ParameterizedTest
  @CsvSource({"ar, desk", "ar, phone", "ckb, phone", "en, desk"})
  void theStyleOfWorkspacesIsAlive(String lang, String on) {
    var page = on.equals("desk") ? page(lang) : phone(lang);
    page.navigate("/" + lang + "/style/workspace");
    assertThat(page.content()).doesNotContain("⟦");
    axe(page);
    fits(page);
    page.locator("[role=tab]").nth(1).click();
    page.waitForSelector("li:nth-child(2) > [role=tab][aria-selected=true]");
    page.locator("[role=radiogroup] input").nth(1).focus();
    page.keyboard().press("ArrowDown");
    page.waitForSelector(".ui-selectonebutton > :nth-child(3).ui-state-active");
    page.locator(".ui-chkbox input").check();
    page.waitForSelector(".ui-chkbox-box.ui-state-active");
    page.click(".ui-paginator-next");
    page.waitForSelector(".ui-paginator-next.ui-state-disabled");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.reload();
    axe(page);
    shot(page, "style-workspace-" + lang + "-" + on);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    fits(page);
  }

  /** Nor is their policy another than before; on ours it is one header with one nonce. */
  @Test
  void noOtherPageLoadsAnythingOfPrimeFaces() {
    var visitor = page("en");
    var loaded = new ArrayList<String>();
    visitor.onRequest(request -> loaded.add(request.url()));
    for (var address : List.of("/", "/listings", "/about", "/sign-in", "/style")) {
      assertThat(policies(visitor, "/en" + address)).as(address).containsExactly(POLICY);
    }
    var officer = page("en");
    officer.onRequest(request -> loaded.add(request.url()));
    signIn(officer, "en", "finance@demo.wasl.example", PASSWORD);
    for (var address : List.of("/finance", "/finance/tasks", "/finance/journals")) {
      assertThat(policies(officer, "/en" + address)).as(address).containsExactly(POLICY);
    }
    assertThat(loaded).isNotEmpty().noneMatch(url -> url.contains("primefaces"));
    var first = policies(officer, "/en" + ACCOUNTS);
    var second = policies(officer, "/en" + ACCOUNTS);
    assertThat(first).singleElement().asString().startsWith(POLICY + "; script-src 'self' 'nonce-");
    assertThat(second).singleElement().isNotEqualTo(first.get(0));
    assertThat(loaded).anyMatch(url -> url.contains("primefaces"));
    assertThat(loaded).noneMatch(url -> url.contains("locale-") || url.contains("components.css"));
  }

  private static List<String> policies(Page page, String address) {
    return page.navigate(address).headersArray().stream()
        .filter(header -> header.name.equalsIgnoreCase("Content-Security-Policy"))
        .map(header -> header.value)
        .toList();
  }

  @Test
  void whoHasSignedOutIsToldSoAndLedNowhere() {
    var page = page("en");
    page.navigate("/en/sign-in");

    var answer =
        page.request()
            .post(
                "/en" + ACCOUNTS,
                RequestOptions.create().setHeader("Faces-Request", "partial/ajax").setData("x=1"));

    assertThat(answer.status()).isEqualTo(401);
  }

  /** Nobody gets there by using the page: the request is forged by somebody who is signed in. */
  @ParameterizedTest
  @CsvSource({
    "investor, /my/pledges, /finance/accounts?kind=LISTING_ESCROW, 5, 403",
    "investor, /my/pledges, /finance/accounts?kind=NOTHING, 5, 403",
    "finance, /finance/accounts?kind=LISTING_ESCROW, /finance/accounts?kind=NOTHING, 5, 404",
    "finance, /finance/accounts?kind=LISTING_ESCROW, /finance/accounts?kind=LISTING_ESCROW, 5, 200",
    "finance, /finance/accounts?kind=LISTING_ESCROW, /finance/accounts?kind=LISTING_ESCROW,"
        + " 100000000, 404",
  })
  void aForgedRequestOfAScriptIsRefusedAsThePageIs(
      String who, String from, String address, int rows, int status) {
    var page = page("en");
    signIn(page, "en", who + "@demo.wasl.example", PASSWORD);
    page.navigate("/en" + from);

    @SuppressWarnings("unchecked")
    var answer =
        (List<Object>)
            page.evaluate(
                """
                async ([address, rows]) => {
                  const state = document.querySelector('[name="jakarta.faces.ViewState"]');
                  const body = new URLSearchParams({
                    'jakarta.faces.partial.ajax': 'true', 'jakarta.faces.source': 'f:accounts',
                    'jakarta.faces.partial.execute': 'f:accounts', 'f': 'f',
                    'jakarta.faces.partial.render': 'f:accounts', 'f:accounts': 'f:accounts',
                    'f:accounts_pagination': 'true', 'f:accounts_first': '0',
                    'f:accounts_rows': rows, 'f:accounts_encodeFeature': 'true'});
                  if (state) body.set('jakarta.faces.ViewState', state.value);
                  const answer = await fetch(
                    address, {method: 'POST', headers: {'Faces-Request': 'partial/ajax'}, body});
                  return [answer.status, await answer.text()];
                }""",
                List.of("/en" + address, rows));

    assertThat(answer.get(0)).isEqualTo(status);
    assertThat(answer.get(1)).asString().doesNotContain("Exception", "error-name");
  }
}
