package wasl.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the workspaces: in three languages, on a desk and on a phone. */
class WorkspacePagesIT extends BrowserIT {

  private static final String PASSWORD = "wasl-demo-2026";

  /**
   * Each role reads its pages; {@code list>link} is the first link of that kind on a list. Axe
   * looks at the wide and at the narrow layout once each; the third language has the same elements.
   */
  @ParameterizedTest
  @CsvSource({
    "reviewer, /desk /desk?part=DECIDED /desk>/desk/ /my/notices /my/account",
    "finance, /finance /finance>/run/ /finance/accounts /finance/accounts>/accounts/"
        + " /finance/journals?page=abc /finance/journals>/journals/ /finance/outbox"
        + " /finance/reconciliation /finance/reconciliation>/reconciliation/ /finance/search?q=30"
        + " /finance/tasks /finance/charging /finance/refunds /finance/disputes",
    "admin, /admin /admin/institutions /admin/institutions/new /admin/institutions>/institutions/"
        + " /admin/invitations /admin/routing /admin/countries /admin/countries>/countries/"
        + " /admin/rates",
    "investor, /my/pledges?page=abc /my/pledges>/my/pledges/ /my/notices /my/account",
    "entrepreneur, /my/listings /my/listings/new /my/listings>/my/listings/"
        + " /my/listings>/my/listings/>/preview"
  })
  void pagesReadWellInEveryLanguage(String who, String addresses) {
    for (var visit : new String[] {"ar desk", "ckb phone", "en phone"}) {
      var lang = visit.split(" ")[0];
      var page = visit.endsWith("phone") ? phone(lang) : page(lang);
      signIn(page, lang, who + "@demo.wasl.example", PASSWORD);
      for (var address : addresses.split(" ")) {
        open(page, "/" + lang, address);
        assertThat(page.content()).as(page.url()).doesNotContain("⟦");
        fits(page);
        if (!lang.equals("ckb")) {
          axe(page);
        }
      }
    }
  }

  private static void open(Page page, String lang, String address) {
    var steps = address.split(">");
    var status = page.navigate(lang + steps[0]).status();
    for (int i = 1; i < steps.length; i++) {
      var link = "main a[href*='" + steps[i] + "']:not([href$='/new'])";
      var href = page.locator(link).first().getAttribute("href");
      status = page.navigate(href).status();
    }
    assertThat(status).as(page.url()).isEqualTo(200);
  }

  @Test
  void anOfficerIsInvitedByMailAndStartsAtTheDesk() {
    var admin = page("en");
    signIn(admin, "en", "admin@demo.wasl.example", PASSWORD);
    admin.navigate("/en/admin/invitations");
    admin.fill("[id='f:email']", "new-officer-with-a-long-address@ministry.example");
    admin.selectOption("[id='f:institution']", labelled(admin, "Migration"));
    admin.check("[id='f:reviewer']");
    admin.selectOption("[id='f:language']", "ckb");
    admin.click("[id='f:invite']");
    admin.waitForSelector("[role=status]");
    var officer = phone("ckb");
    var links = mail("new-officer-with-a-long-address@ministry.example", "/invitation/").links();
    officer.navigate(
        links.stream().filter(it -> it.contains("/invitation/")).findFirst().orElseThrow());
    axe(officer);
    fits(officer);
    officer.fill("[id='f:name']", "ئارام کەریم");
    officer.fill("[id='f:password']", "zagros-2026-bahar");
    officer.click("[id='f:send']");
    officer.waitForURL("**/ckb/sign-in");

    signIn(officer, "ckb", "new-officer-with-a-long-address@ministry.example", "zagros-2026-bahar");

    assertThat(officer.url()).endsWith("/ckb/desk");
    axe(officer);
    fits(officer);
  }

  private static SelectOption labelled(Page page, String part) {
    var label =
        page.locator("[id='f:institution'] option").allTextContents().stream()
            .filter(it -> it.contains(part))
            .findFirst()
            .orElseThrow();
    return new SelectOption().setLabel(label);
  }

  @Test
  void anAdministratorEntersARateAndASlipIsAskedAbout() {
    var admin = page("en");
    signIn(admin, "en", "admin@demo.wasl.example", PASSWORD);
    admin.navigate("/en/admin/rates");
    assertThat(admin.textContent("tr:has(#rate-TRY)")).contains("30.9", "demo rate");
    assertThat(admin.inputValue("[id='f:sourceAr']")).isEqualTo("سعر للنسخة التجريبية");
    admin.fill("#rate-TRY", "٣٠٫٥");
    admin.fill("#rate-AED", "35,398");
    admin.fill("[id='f:sourceEn']", "Bulletin 12");
    admin.click("[id='f:save']");
    assertThat(admin.textContent("main [role=alert]")).contains("AED", "more than a fifth");
    assertThat(admin.inputValue("#rate-TRY")).as("what was typed").isEqualTo("٣٠٫٥");
    assertThat(admin.inputValue("[id='f:sourceEn']")).isEqualTo("Bulletin 12");

    admin.fill("#rate-AED", "");
    admin.click("[id='f:save']");
    admin.waitForSelector("[role=status]");
    assertThat(admin.textContent("tr:has(#rate-TRY)")).contains("30.5", "Bulletin 12");
    assertThat(admin.textContent("tr:has(#rate-AED)")).contains("353.98", "demo rate");
  }

  @Test
  void theOwnerReadsWhatTheReviewersAskedFor() {
    var page = page("ar");
    signIn(page, "ar", "owner3@demo.wasl.example", PASSWORD);
    page.click("main a:has-text('القائم')");
    page.waitForSelector("blockquote:has-text('عرضي سعر')");
    axe(page);

    page.click("main .box a");

    page.waitForSelector("[id='f:goal']");
    assertThat(page.textContent("main .alert blockquote")).contains("عرضي سعر");
    axe(page);
  }

  @Test
  void aRejectedOwnerReadsWhy() {
    var page = page("ar");
    signIn(page, "ar", "owner45@demo.wasl.example", PASSWORD);
    page.click("main a:has-text('النجف')");
    page.click("main a[href$='/preview#record']");
    page.waitForSelector("#record :text('لا عروض أسعار للطابعات')");
    axe(page);
  }

  @Test
  void aPriceTypedInDinarsShowsItsRateAndDay() {
    var rate = "1\u00A0دولار\u00A0=\u00A01,300\u00A0دينار، السعر الرسمي، 8\u00A0شباط 2023";
    var page = page("ar");
    signIn(page, "ar", "owner45@demo.wasl.example", PASSWORD);
    page.click("main a:has-text('النجف')");
    page.click("main a[href*='/preview']");
    assertThat(page.waitForSelector("#budget").textContent()).contains(rate);

    var reviewer = page("ar");
    signIn(reviewer, "ar", "reviewer2@demo.wasl.example", PASSWORD);
    reviewer.navigate("/ar/desk?part=DECIDED");
    reviewer.click("main a:has-text('النجف')");
    assertThat(reviewer.waitForSelector("#sec-MONEY").textContent()).contains(rate);
  }

  @Test
  void aListingIsSuspendedAndResumedThroughThePages() {
    var page = page("ar");
    signIn(page, "ar", "reviewer4@demo.wasl.example", PASSWORD);
    page.navigate("/ar/desk?part=DECIDED");
    var listing = "main a:has-text('صمون حجري')";
    // other journeys leave younger cases before it
    while (page.querySelector(listing) == null) {
      page.click("nav.pager a[rel=next]");
      page.waitForLoadState();
    }
    page.click(listing);
    page.waitForURL("**/desk/*");
    if (page.querySelector("input[name=interest]") != null) {
      page.check("input[name=interest][value=NONE]");
      page.click("[id$=open]");
    }
    page.fill("[name=suspendReason]", "قصير");
    page.click("[id='suspend:go']");
    page.waitForSelector("#problems");
    assertThat(page.inputValue("[name=suspendReason]")).isEqualTo("قصير");
    page.fill("[name=suspendReason]", "وصلت شكوى مكتوبة عن ملكية المحل، ونتحقّق منها مع الجهات.");
    page.click("[id='suspend:go']");
    page.waitForSelector("[id='resume:go']");
    axe(page);

    page.click("[id='resume:go']");

    page.waitForSelector("[id='suspend:go']");
    axe(page);
  }
}
