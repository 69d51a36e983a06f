package wasl.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job as people do it, in a real browser. */
class MainJobIT extends BrowserIT {

  private static final String PASSWORD = "wasl-demo-2026";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "ckb", "en"})
  void publicPagesAreReadableOnAPhone(String lang) {
    var page = phone(lang);
    for (var path : new String[] {"/", "/listings", "/sign-in", "/sign-up"}) {
      assertThat(page.navigate("/" + lang + path).status()).isEqualTo(200);
      assertThat(page.content()).doesNotContain("⟦");
      axe(page);
      fits(page);
    }
  }

  @Test
  void listingsAndAListingNeedNoScript() {
    var page = withoutScript("en");
    page.navigate("/en/listings?q=dairy");
    page.click(".card-t a");

    assertThat(page.textContent("h1")).contains("Buffalo dairy");
  }

  @ParameterizedTest
  @CsvSource({"ar, investor, ٢٥", "ckb, investor4, 40", "en, investor2, 30.50"})
  void anInvestorPledgesWithACard(String lang, String who, String amount) {
    var page = signedIn(lang, who);
    page.navigate("/" + lang + "/listings?state=LIVE&model=GRANT");
    page.click(".card-t a");
    page.click("a.btn-main[href$='/pledge']");
    page.waitForURL("**/pledge");
    axe(page);
    page.fill("[id$=amount]", amount);
    page.check("[id$=mandate]");
    page.click("input[type=submit][id$=pledge]");
    payWith(page, "4242424242424242");

    page.waitForURL("**/back");
    page.navigate("/" + lang + "/my/pledges");
    assertThat(page.textContent("main tbody tr")).contains(firm(lang));
    axe(page);
    fits(page);
  }

  @Test
  void aListingIsVettedByTwoPublishedFundedAndBooked() {
    var owner = signedIn("ar", "entrepreneur");
    owner.navigate("/ar/my/listings");
    owner.click("main a:has-text('بيوت بلاستيكية')");
    var own = owner.url();
    owner.navigate(own + "/edit/review");
    owner.check("[id$=payoutClause]");
    owner.click("[id$=submit]");
    owner.waitForURL(own);

    var first = opened("reviewer");
    first.evaluate(
        "document.querySelectorAll(\"input[type=radio][value=YES], input[type=radio][value='4']\")"
            + ".forEach(each => each.checked = true)");
    first.check("input[name=outcome][value=APPROVE]");
    first.fill(
        "textarea[name=summary]",
        "الإضبارة كاملة والأسعار مطابقة لعروض السوق والمراحل قابلة للإثبات.");
    first.click("[id$=propose]");
    first.waitForSelector("#h-pending");
    var second = opened("reviewer2");
    second.click("[id$=confirm]");
    second.waitForCondition(() -> second.querySelector("[id$=confirm]") == null);

    owner.navigate(own);
    owner.click("[id$=publish]");
    owner.waitForCondition(() -> owner.querySelector("[id$=publish]") == null);
    var listing = own.replace("/my/", "/");
    var investor = signedIn("ar", "investor");
    investor.navigate(listing + "/pledge");
    investor.fill("[id$=amount]", "١٧٠٠٠");
    investor.check("[id$=mandate]");
    investor.click("input[type=submit][id$=pledge]");
    payWith(investor, "4242424242424242");
    investor.waitForURL("**/back");
    application().moveClock(Duration.ofDays(45));

    investor.navigate(listing);
    assertThat(investor.textContent(".head .tag")).contains("اكتمل تمويله");
    assertThat(investor.textContent("#money")).contains("17,000.00");
    axe(investor);
    var finance = signedIn("en", "finance");
    finance.navigate("/en/finance/journals");
    assertThat(finance.textContent("main")).contains("17,000.00");
  }

  /** The case of the entrepreneur's listing, opened by a reviewer without an interest in it. */
  private Page opened(String reviewer) {
    var page = signedIn("ar", reviewer);
    page.navigate("/ar/desk");
    page.click("main a:has-text('بيوت بلاستيكية')");
    page.check("input[name=interest][value=NONE]");
    page.click("[id$=open]");
    return page;
  }

  private Page signedIn(String lang, String who) {
    var page = page(lang);
    page.navigate("/" + lang + "/sign-in");
    page.fill("input[type=email]", who + "@demo.wasl.example");
    page.fill("input[type=password]", PASSWORD);
    page.click("[id$=send]");
    page.waitForURL(url -> !url.contains("/sign-in"));
    return page;
  }

  private static void payWith(Page page, String card) {
    page.waitForSelector("[autocomplete=cc-number]");
    page.fill("[autocomplete=cc-number]", card);
    page.fill("[autocomplete=cc-exp]", "12/40");
    page.fill("[autocomplete=cc-csc]", "123");
    page.click("button[type=submit]");
  }

  private static String firm(String lang) {
    return switch (lang) {
      case "ar" -> "مؤكَّد";
      case "ckb" -> "جێگیر";
      default -> "Firm";
    };
  }
}
