package wasl.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.web.BrowserIT;

/** From a pledge's time line to its receipt, the receipt's check, and the year's statement. */
class ReceiptPagesIT extends BrowserIT {

  @ParameterizedTest
  @ValueSource(strings = {"ar", "ckb", "en"})
  void anInvestorReadsReceiptAndStatement(String lang) {
    var page = lang.equals("ckb") ? phone(lang) : page(lang);
    signIn(page, lang, "investor@demo.wasl.example", "wasl-demo-2026");
    page.navigate("/" + lang + "/my/pledges");
    look(page);
    page.locator("tr:has(.is-ok) th a").first().click();
    page.waitForSelector("ol.tl li.done");
    shot(page, "timeline-" + lang);
    look(page);
    page.locator("a[href$='/receipt']").click();
    page.waitForURL("**/receipt");
    shot(page, "receipt-" + lang);
    look(page);
    var number = page.locator("dl.rows dd").first().textContent().strip();
    var pdf = page.request().get(page.url() + ".pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
    assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("%PDF-");

    var stranger = withoutScript(lang);
    assertThat(stranger.navigate("/" + lang + "/receipts").status()).isEqualTo(200);
    stranger.fill("#number", number.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
    stranger.click("main form button");
    assertThat(stranger.locator("dl.rows dd").first().textContent().strip()).isEqualTo(number);
    assertThat(stranger.content()).doesNotContain("مريم").doesNotContain("@demo");
    shot(stranger, "check-" + lang);
    assertThat(stranger.navigate("/" + lang + "/receipts/" + number).status()).isEqualTo(200);
    assertThat(stranger.navigate("/" + lang + "/receipts/0000-0000-0000-0000-0000").status())
        .isEqualTo(404);
    stranger.navigate("/receipts/" + number);
    assertThat(stranger.url()).as("each reader's language").endsWith(lang + "/receipts/" + number);
    assertThat(stranger.navigate(page.url()).url()).contains("/sign-in");

    page.navigate("/" + lang + "/my/statements");
    shot(page, "statement-" + lang);
    look(page);
    var statement = page.locator("main a[href$='.pdf']").getAttribute("href");
    assertThat(page.request().get(application().url() + statement).headers().get("content-type"))
        .isEqualTo("application/pdf");
    var table = page.locator("main a[href$='.csv']").getAttribute("href");
    assertThat(page.request().get(application().url() + table).text()).contains("COLLECTED");
    var all = page.request().get(application().url() + "/" + lang + "/my/tables/pledges.csv");
    assertThat(all.headers().get("content-disposition")).contains("wasl-pledges.csv");
  }

  private void look(Page page) {
    assertThat(page.content()).as(page.url()).doesNotContain("⟦");
    fits(page);
    if (!page.url().contains("/ckb/")) {
      axe(page);
    }
  }
}
