package wasl.community.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import wasl.web.BrowserIT;

/** Updates, questions, follows and reports as people use them, in three languages. */
class CommunityPagesIT extends BrowserIT {
  private static final String PASSWORD = "wasl-demo-2026";

  @Test
  void anOwnerTellsAFollowerReadsStopsLettersAsksAndIsAnswered() {
    var owner = page("en");
    signIn(owner, "en", "entrepreneur@demo.wasl.example", PASSWORD);
    owner.navigate("/en/my/listings");
    owner.locator("tr:has(.is-info.g-full) th a").first().click();
    owner.waitForURL("**/my/listings/*");
    var listing = owner.url().replaceAll(".*/", "");

    var reader = phone("ckb");
    reader.navigate("/ckb/listings/" + listing);
    reader.locator(".reach button").click();
    assertThat(reader.url()).as("visitors sign in first").contains("/sign-in");
    fillSignIn(reader, "investor2@demo.wasl.example", PASSWORD);
    reader.locator("main form button").click();
    reader.waitForURL("**/ckb/listings/" + listing);
    assertThat(reader.locator(".said-box .alert.is-ok").count()).isEqualTo(1);
    look(reader);
    shot(reader, "voices-follow-ckb");

    owner.navigate("/en/my/listings/" + listing + "/updates");
    owner.fill("[id='f:title']", "The oven has arrived");
    owner.fill("[id='f:text']", "See evil.com for <b>more</b>");
    owner.locator("[id='f:publish']").click();
    assertThat(owner.locator("#problems").textContent()).contains("no links");
    assertThat(owner.inputValue("[id='f:text']")).isEqualTo("See evil.com for <b>more</b>");
    owner.fill("[id='f:text']", "It **works**.\n\n<p dir=\"rtl\" lang=\"ar\">شكراً لكم</p>");
    owner.locator("[id='f:publish']").click();
    owner.waitForSelector(".said-box .alert.is-ok");
    look(owner);
    shot(owner, "voices-own-updates-en");

    var letter = mail("investor2@demo.wasl.example", "The oven has arrived");
    assertThat(letter.stop()).contains("/en/stop/");
    assertThat(letter.links()).contains(letter.stop());
    var without = page("en");
    assertThat(without.navigate(letter.stop()).status()).isEqualTo(200);
    look(without);
    shot(without, "voices-stop-en");
    reader.navigate("/ckb/my/follows");
    var stopped = "ئیتر نامە";
    assertThat(reader.content()).as("a visit stops nothing").contains("نامە دەنێردرێت.");
    var answer =
        without
            .request()
            .post(
                letter.stop(),
                RequestOptions.create()
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setData("List-Unsubscribe=One-Click"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.url()).as("no redirect").isEqualTo(letter.stop());
    reader.reload();
    assertThat(reader.content()).doesNotContain(stopped).contains("نامە نانێردرێت.");
    look(reader);
    shot(reader, "voices-follows-ckb");
    assertThat(without.navigate("/ckb/stop/" + "x".repeat(70)).status()).isEqualTo(404);
    assertThat(without.locator("main .btn-main").getAttribute("href")).isEqualTo("/ckb/sign-in");

    reader.navigate("/ckb/listings/" + listing + "/ask");
    reader.fill("[id='f:text']", "ئامێرەکە چەند کارەبا بەکار دەهێنێت؟");
    reader.locator("[id='f:send']").click();
    reader.waitForURL("**/ckb/listings/" + listing);
    look(reader);
    owner.navigate("/en/my/listings/" + listing + "/questions");
    look(owner);
    owner.locator("a[href*='/questions/'].btn-main").first().click();
    owner.fill("[id='f:text']", "Two kilowatts.");
    owner.locator("[id='f:send']").click();
    owner.waitForSelector(".said-box .alert.is-ok");
    var visitor = withoutScript("ar");
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              visitor.navigate("/ar/listings/" + listing);
              return visitor.locator("#questions").textContent().contains("Two kilowatts");
            });
    assertThat(visitor.locator("#questions [dir=rtl][lang=ckb]").first().textContent())
        .contains("کارەبا");
    assertThat(visitor.locator("#updates p[dir=rtl][lang=ar]").first().textContent())
        .as("dir and lang survive")
        .contains("شكراً");
    look(visitor);
    shot(visitor, "voices-listing-ar");
    assertThat(mail("investor2@demo.wasl.example", "Two kilowatts").stop()).isNotEmpty();

    reader.navigate("/ckb/my/follows/new?q=هەنگوین&sector=A");
    look(reader);
    reader.locator("main form[method=post] button").click();
    reader.waitForURL("**/ckb/my/follows");
    assertThat(reader.locator("main").textContent()).contains("هەنگوین");
    var follows = reader.locator("main article");
    int before = follows.count();
    var filter = follows.filter(new Locator.FilterOptions().setHasText("هەنگوین"));
    filter.locator("[id$=stop]").click();
    reader.waitForSelector(".said-box .alert.is-ok");
    assertThat(filter.textContent()).contains("نامە نانێردرێت.");
    filter.locator("[id$=again]").click();
    reader.waitForCondition(() -> filter.textContent().contains("نامە دەنێردرێت."));
    filter.locator("[id$=end]").click();
    reader.waitForCondition(() -> filter.count() == 0);
    assertThat(follows.count()).as("the others stay").isEqualTo(before - 1);

    owner.navigate("/en/my/listings/" + listing + "/updates");
    var told = owner.locator("main article:has-text('The oven has arrived')");
    assertThat(told.locator("[id$=withdraw]").count()).isEqualTo(1);
    told.locator("[id$=withdraw]").click();
    owner.waitForCondition(() -> told.locator("[id$=withdraw]").count() == 0);
    visitor.navigate("/ar/listings/" + listing + "/updates");
    assertThat(visitor.content()).doesNotContain("The oven has arrived");
  }

  @Test
  void aVisitorReportsAndTheDeskAnswers() {
    var visitor = withoutScript("ar");
    visitor.navigate("/ar/listings");
    visitor.locator("main .card a").first().click();
    visitor.locator(".wrap > .after a[href$='/report']").click();
    look(visitor);
    shot(visitor, "voices-report-ar");
    visitor.fill("[id='f:text']", "الصورة ليست لهم");
    visitor.fill("[id='f:email']", "reporter@example.org");
    visitor.locator("[id='f:send']").press("Enter");
    assertThat(visitor.locator("#problems").textContent())
        .as("nothing is chosen for the reporter")
        .contains("يرجى اختيار الموضوع");
    assertThat(visitor.inputValue("[id='f:text']")).as("kept").isEqualTo("الصورة ليست لهم");
    visitor.selectOption("[id='f:cause']", "FALSE");
    visitor.locator("[id='f:send']").press("Enter");
    visitor.waitForSelector("#problems:has-text('20 حرفاً على الأقل')");
    assertThat(visitor.inputValue("[id='f:text']")).as("kept").isEqualTo("الصورة ليست لهم");
    assertThat(visitor.inputValue("[id='f:cause']")).as("kept").isEqualTo("FALSE");
    visitor.fill("[id='f:text']", "الصورة ليست لهم، رأيتها في موقع آخر.");
    visitor.locator("[id='f:send']").press("Enter");
    visitor.waitForSelector(".said-box .alert.is-ok");

    var admin = page("en");
    signIn(admin, "en", "admin@demo.wasl.example", PASSWORD);
    admin.navigate("/en/desk/reports");
    look(admin);
    shot(admin, "voices-desk-en");
    admin.locator("a[href*='/desk/reports/']").first().click();
    look(admin);
    admin.fill("[id='f:text']", "We have asked the owner for the picture’s source.");
    shot(admin, "voices-report-en");
    admin.locator("[id='f:pass']").click();
    admin.waitForSelector(".said-box .alert.is-ok");
    assertThat(mail("reporter@example.org", "asked the owner").language()).isEqualTo("ar");

    var investor = page("en");
    signIn(investor, "en", "investor@demo.wasl.example", PASSWORD);
    assertThat(investor.navigate("/en/desk/reports").status()).isEqualTo(403);
  }

  private void look(Page page) {
    assertThat(page.content()).as(page.url()).doesNotContain("⟦");
    fits(page);
    if (page.url().contains("/en/")) {
      axe(page);
    }
  }
}
