package wasl.finance.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import wasl.web.BrowserIT;

/** The finance desk in a browser: compare with the gateway, search, read a statement, reverse. */
class FinanceDeskPageIT extends BrowserIT {

  private static final String PASSWORD = "wasl-demo-2026";

  @Test
  void comparesSearchesAndReverses() {
    var page = page("ar");
    signIn(page, "ar", "finance@demo.wasl.example", PASSWORD);
    var today = today(page);
    page.navigate("/ar/finance/reconciliation");
    axe(page);
    fits(page);
    page.fill("#from", "2026-01-01");
    page.click("main form button[type=submit]");
    // a period longer than a month is refused, and what was typed stays
    assertThat(page.inputValue("#from")).isEqualTo("2026-01-01");
    shot(page, "reconciliation-refused");
    page.fill("#from", today);
    page.click("main form button[type=submit]");
    page.waitForURL("**/finance/reconciliation/*");
    page.waitForCondition(
        () -> {
          page.reload();
          return page.querySelector("main dl.facts") != null;
        });
    axe(page);
    shot(page, "reconciliation");

    page.navigate("/ar/finance/accounts?by=EFFECTIVE&day=" + today);
    axe(page);
    shot(page, "accounts-as-of");
    for (var form : new String[] {"csv", "jsonl", "hledger"}) {
      var file =
          page.request()
              .get(page.locator("main a[href$='/export/" + form + "']").getAttribute("href"));
      assertThat(file.status()).as(form).isEqualTo(200);
      assertThat(file.text()).as(form).contains("PLEDGE_COLLECTED");
    }
    page.click("main tbody a");
    axe(page);
    fits(page);
    shot(page, "statement");
    var csv =
        page.request().get(page.locator("main a[href*='/statement.csv']").getAttribute("href"));
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.text()).startsWith("\uFEFFbooked_at,").contains(",OPENING,", ",CLOSING,");

    var phone = phone("en");
    signIn(phone, "en", "finance@demo.wasl.example", PASSWORD);
    phone.navigate("/en/finance/search?q=demo-investor");
    phone.fill("#q", "investor@demo.wasl.example");
    phone.click("main form button[type=submit]");
    assertThat(phone.querySelector("main tbody a")).isNotNull();
    axe(phone);
    fits(phone);
    shot(phone, "search");
    phone.navigate("/en/finance/reconciliation");
    fits(phone);
    shot(phone, "reconciliation-phone");
    phone.navigate("/en/finance/journals?type=GATEWAY_FEE");
    var project = phone.textContent("main tbody th .block bdi");
    phone.click("main tbody th a");
    assertThat(phone.textContent("main dl")).contains(project);
    phone.click("main a[href$='/reverse']");
    axe(phone);
    fits(phone);
    phone.click("[id='f:reverse']");
    // no reason, no reversal
    assertThat(phone.url()).endsWith("/reverse");
    phone.fill("[id='f:reason']", "The gateway has charged another fee.");
    shot(phone, "reverse");
    phone.click("[id='f:reverse']");
    phone.waitForURL(url -> !url.endsWith("/reverse"));
    assertThat(phone.textContent("main")).contains("The gateway has charged another fee.");
    shot(phone, "reversed");
    phone.goBack();
    phone.fill("[id='f:reason']", "Once more, by mistake.");
    phone.click("[id='f:reverse']");
    assertThat(phone.url()).endsWith("/reverse");
    assertThat(phone.textContent("body")).contains("already is");
  }

  /** A day of the present: the end of the last nightly comparison. */
  private static String today(Page page) {
    page.navigate("/ar/finance/reconciliation");
    return page.locator("section:last-of-type tbody th time")
        .nth(1)
        .getAttribute("datetime")
        .substring(0, 10);
  }
}
