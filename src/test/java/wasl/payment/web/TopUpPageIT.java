package wasl.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wasl.web.BrowserIT;

/** The finance desk's task to top up the clearing, and its button. */
class TopUpPageIT extends BrowserIT {

  @Test
  void booksWhatIsMissingAndTheTaskIsDone() {
    var page = page("ckb");
    page.navigate("/ckb/sign-in");
    page.fill("input[type=email]", "finance2@demo.wasl.example");
    page.fill("input[type=password]", "wasl-demo-2026");
    page.click("[id$=send]");
    page.waitForURL(url -> !url.contains("/sign-in"));
    page.navigate("/ckb/finance");
    axe(page);
    fits(page);
    assertThat(page.inputValue("#amount-USD")).isNotBlank();

    // without a reference nothing is booked, and what was typed stays
    page.fill("#amount-USD", "٩٠٠٠");
    page.click("form:has(#amount-USD) button[type=submit]");
    assertThat(page.inputValue("#amount-USD")).isEqualTo("٩٠٠٠");
    shot(page, "top-up-refused");

    page.fill("#reference-USD", "TRN 7781");
    page.click("form:has(#amount-USD) button[type=submit]");
    page.waitForCondition(() -> page.querySelector("#amount-USD") == null);
    shot(page, "top-up-booked");
    page.navigate("/ckb/finance/journals");
    assertThat(page.textContent("main")).contains("TRN 7781", "9,000");
  }
}
