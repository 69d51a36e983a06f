package wasl.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import wasl.web.BrowserIT;

/** The finance desk's task to top up the clearing, and its button. */
class TopUpPageIT extends BrowserIT {

  @Test
  void booksWhatIsMissingAndTheTaskIsDone() {
    var page = page("ckb");
    signIn(page, "ckb", "finance2@demo.wasl.example");
    page.navigate("/ckb/finance");
    axe(page);
    fits(page);
    shot(page, "finance-overview");
    assertThat(page.inputValue("#amount-USD")).isNotBlank();
    // nothing is missing in the other currency, and something may have been sent all the same
    assertThat(page.inputValue("#amount-EUR")).isEmpty();

    // without a reference nothing is booked, and what was typed stays
    page.fill("#amount-USD", "٩٠٠٠");
    page.click("form:has(#amount-USD) button[type=submit]");
    assertThat(page.inputValue("#amount-USD")).isEqualTo("٩٠٠٠");
    shot(page, "top-up-refused");

    page.fill("#reference-USD", "TRN 7781");
    page.click("form:has(#amount-USD) button[type=submit]");
    page.waitForURL("**/finance");
    page.navigate("/ckb/finance/tasks?kind=finance.task.BOOKING_TO_APPROVE");
    page.click("main tbody a");
    page.click("main a.btn-main");
    axe(page);
    fits(page);
    shot(page, "booking-asked");
    // whoever asked may only take it back
    assertThat(page.querySelector("[id$=approve]")).isNull();

    var other = page("en");
    signIn(other, "en", "finance@demo.wasl.example");
    other.navigate(page.url().replaceFirst(".*/ckb/", "/en/"));
    shot(other, "booking-to-approve");
    other.click("[id$=approve]");
    other.waitForCondition(() -> other.querySelector("[id$=approve]") == null);
    shot(other, "booking-booked");
    page.navigate("/ckb/finance/journals");
    assertThat(page.textContent("main")).contains("TRN 7781", "9,000");
  }

  private static void signIn(Page page, String lang, String email) {
    page.navigate("/" + lang + "/sign-in");
    page.fill("input[type=email]", email);
    page.fill("input[type=password]", "wasl-demo-2026");
    page.click("[id$=send]");
    page.waitForURL(url -> !url.contains("/sign-in"));
  }
}
