package wasl.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import wasl.web.BrowserIT;

/** The pages that a first-time visitor reads, as strangers read them: signed out. */
class PublicPagesIT extends BrowserIT {

  private static final int MOST_BYTES = 150_000;

  private static final List<String> PAGES =
      List.of("/", "/how-it-works", "/fees", "/safety", "/about", "/institutions");

  @Test
  void readWellInEveryLanguageOnDeskAndPhone() {
    for (var visit : new String[] {"ar desk", "ckb phone", "en phone"}) {
      var lang = visit.split(" ")[0];
      var page = visit.endsWith("phone") ? phone(lang) : page(lang);
      for (var path : PAGES) {
        look(page, "/" + lang + path);
      }
      look(page, first(page, "/" + lang + "/institutions", "main a[href*='/institutions/']"));
      look(page, first(page, "/" + lang + "/listings", "main .card-t a"));
      var help = page.locator("section#help[aria-labelledby=h-help]");
      assertThat(help.locator("h2#h-help").textContent()).isNotBlank();
      assertThat(help.locator("h3").count()).as("ways to help").isGreaterThan(2);
      assertThat(help.locator("a[href$='/poster.pdf'], form[action$='/follow']").count())
          .isEqualTo(2);
      assertThat(page.locator(".onpage a[href='#help'], .fund a[href='#help']").count())
          .isEqualTo(2);
      shot(page, "listing-" + lang);
      look(page, page.getAttribute("#owner a[href*='/businesses/']", "href"));
      assertThat(page.locator(".card").count()).as("its listings").isPositive();
    }
    look(phone("en"), "/en/style");
  }

  @Test
  void readWellInTheDark() {
    var page = page("ar");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.navigate("/ar/");
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .as("the dark theme")
        .isNotEqualTo(light());
    axe(page);
    look(page, "/ar/listings");
    look(page, first(page, "/ar/listings", "main .card-t a"));
    shot(page, "listing-dark-ar");
  }

  private Object light() {
    var page = page("ar");
    page.navigate("/ar/");
    return page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  /** On paper nothing can be pressed. */
  @Test
  void printWithoutWhatIsOnlyForTheScreen() {
    var page = page("en");
    page.navigate(first(page, "/en/listings", "main .card-t a"));
    assertThat(page.locator("#help").isVisible()).isTrue();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (var part : List.of("#help", "main a[href$='/report']", ".onpage", "a[href$='/pledge']")) {
      assertThat(page.locator(part + ":visible").count()).as(part).isZero();
    }
    assertThat(page.locator("#budget").isVisible()).isTrue();
  }

  @Test
  void weighLittleWhenSeenForTheFirstTime() {
    var listing = first(phone("ar"), "/ar/listings", "main .card-t a");
    for (var address : List.of("/ar/", "/ar/listings", listing)) {
      assertThat(weight(phone("ar"), address)).as(address + " on a phone").isLessThan(MOST_BYTES);
      assertThat(weight(page("ar"), address)).as(address + " on a desk").isLessThan(MOST_BYTES);
    }
  }

  /** Everything that travels for a page: it must be the first one of its context. */
  private static int weight(Page page, String address) {
    var travelled = new ArrayList<Request>();
    page.onRequestFinished(travelled::add);
    page.navigate(address);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return travelled.stream()
        .map(Request::sizes)
        .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
        .sum();
  }

  private void look(Page page, String address) {
    assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
    assertThat(page.content()).as(address).doesNotContain("⟦");
    assertThat(page.locator("h1").count()).as("headings of " + address).isEqualTo(1);
    fits(page);
    if (!address.startsWith("/ckb")) {
      axe(page);
    }
  }

  private static String first(Page page, String address, String link) {
    page.navigate(address);
    return page.locator(link).first().getAttribute("href");
  }

  @Test
  void showTheFeesThatAreInForce() {
    var page = withoutScript("en");
    page.navigate("/en/fees");

    assertThat(page.locator("main table tbody tr").allTextContents())
        .satisfiesExactly(
            grant -> assertThat(grant).contains("Grant", "3%", "300", "9,700"),
            loan -> assertThat(loan).contains("Interest-free loan", "4%", "400", "9,600"),
            share -> assertThat(share).contains("Profit share", "5%", "500", "9,500"));
  }

  /** Everybody reads the currency of home, with no choice to make and without a script. */
  @Test
  void sayWhatAmountsAreAboutInOtherCurrencies() {
    var page = withoutScript("en");
    page.navigate("/en/listings");
    var listing =
        listings(page, "?state=LIVE&size=100").getAsJsonArray("items").asList().stream()
            .map(each -> each.getAsJsonObject())
            .filter(each -> goal(each).get("currency").getAsString().equals("USD"))
            .findFirst()
            .orElseThrow();
    var address = "/listings/" + listing.get("id").getAsString();
    page.navigate("/en" + address);
    assertThat(page.locator(".beside table").isVisible()).isFalse();
    page.click(".beside > summary");
    var krona = page.locator(".beside tr:has(th:has-text('SEK'))");
    assertThat(krona.isVisible()).isTrue();
    var dollars = new BigDecimal(goal(listing).get("amount").getAsString());
    var kronor =
        dollars
            .multiply(new BigDecimal("1300"))
            .divide(new BigDecimal("124.8"), 0, RoundingMode.HALF_EVEN);
    assertThat(krona.locator("td").last().textContent())
        .isEqualTo(String.format(Locale.ROOT, "%,d", kronor.longValueExact()));
    assertThat(krona.locator("th .tiny").textContent())
        .matches("1\u00A0SEK\u00A0=\u00A0124\\.8\u00A0dinars, demo rate, \\d+\u00A0\\w+ 20\\d\\d");
    assertThat(page.textContent(".beside"))
        .contains(
            "1\u00A0USD\u00A0=\u00A01,300\u00A0dinars, Central Bank of Iraq, 8\u00A0February 2023")
        .contains("EUR", "GBP", "NOK", "AED");
    assertThat(page.locator(".beside tbody th").allTextContents())
        .as("but not its own")
        .noneMatch(unit -> unit.startsWith("USD"));
    assertThat(page.textContent(".fund")).doesNotContain("is about");

    for (var visit : new String[] {"ar", "ckb"}) {
      var phone = phone(visit);
      phone.navigate("/" + visit + address);
      phone.click(".beside > summary");
      fits(phone);
      axe(phone);
    }

    var investor = page("en");
    signIn(investor, "en", "investor@demo.wasl.example", "wasl-demo-2026");
    investor.navigate("/en" + address);
    assertThat(investor.textContent(".fund"))
        .contains("is about \u2068SEK\u00A0" + krona.locator("td").last().textContent());
    investor.navigate("/en" + address + "/pledge");
    assertThat(investor.textContent("#mine"))
        .contains("\u2068USD\u00A0100\u2069 is about \u2068SEK\u00A01,042\u2069", "demo rate");
  }

  private static JsonObject goal(JsonObject listing) {
    return listing.getAsJsonObject("goal");
  }

  /** A plan that has come to nothing must not read as one that is still to come. */
  @Test
  void endedProjectsPromiseNothing() {
    var page = withoutScript("en");
    page.navigate("/en/listings");
    for (var state : List.of("STOPPED", "UNFUNDED", "WITHDRAWN")) {
      var ended = listings(page, "?size=1&state=" + state).getAsJsonArray("items").get(0);
      var id = ended.getAsJsonObject().get("id").getAsString();
      page.navigate("/en/listings/" + id);
      assertThat(page.textContent("#milestones"))
          .as(state)
          .contains("These steps were planned and do not come.")
          .doesNotContain("paid out in these steps");
      assertThat(page.textContent("#return")).contains("goes back").doesNotContain("instalment");
      if (!state.equals("UNFUNDED")) {
        var end = page.locator("#milestones li:has(h3:text-is('Campaign')) .tl-when").textContent();
        var over = page.locator("#milestones li.end time").textContent();
        assertThat(end).as("the campaign is over when the project is").endsWith(over.strip());
      }
    }
  }

  /** What milestones and instalments say must agree with the money that is there. */
  @Test
  void milestonesOfAFundedProjectShareWhatWasCollected() {
    var page = withoutScript("en");
    page.navigate("/en/");
    int unlikeGoal = 0;
    int late = 0;
    for (var each : listings(page, "?state=FUNDED&size=100").getAsJsonArray("items")) {
      var listing = each.getAsJsonObject();
      page.navigate("/en/listings/" + listing.get("id").getAsString());
      var collected = amount(page.textContent(".fund-sum"));
      var percent =
          page.textContent("#budget tfoot tr:nth-child(2) th").replaceAll(".*\\((.*)%\\).*", "$1");
      var fee =
          collected
              .multiply(new BigDecimal(percent))
              .movePointLeft(2)
              .setScale(2, RoundingMode.HALF_EVEN);
      var milestones =
          page.locator("#milestones .tl .money").allTextContents().stream()
              .map(PublicPagesIT::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(milestones).as(page.url()).isEqualByComparingTo(collected.subtract(fee));
      var net = page.textContent("#budget tfoot tr:nth-child(5) td:last-child");
      assertThat(amount(net)).as(page.url()).isEqualByComparingTo(milestones);
      assertThat(page.textContent("#return")).doesNotContain("if the goal is collected");
      late += page.locator("#milestones .late:has-text('date has passed')").count();
      int against = collected.compareTo(new BigDecimal(goal(listing).get("amount").getAsString()));
      assertThat(page.textContent(".fund").contains("less than the goal")).isEqualTo(against < 0);
      assertThat(page.textContent("#budget").contains("What the extra buys"))
          .as("below the goal nothing extra is bought")
          .isEqualTo(against >= 0);
      unlikeGoal += Math.abs(against);
    }
    assertThat(late).as("milestones whose day has gone by").isPositive();
    assertThat(unlikeGoal).as("some collected another sum than their goal").isPositive();
  }

  /** A page's amount, such as {@code USD 1,234.50}. */
  private static BigDecimal amount(String text) {
    return new BigDecimal(text.replaceAll("[^0-9.]", ""));
  }

  @Test
  void beginWithNumbersThatAreThoseOfTheListings() {
    var page = withoutScript("en");
    page.navigate("/en/");
    var figures = page.locator("main .figs dd").allTextContents();

    var open = listings(page, "?state=LIVE&size=100");
    assertThat(figures.get(2)).isEqualTo(open.get("total").getAsString());
    assertThat(figures.get(3)).isEqualTo(listings(page, "?size=1").get("total").getAsString());
    for (var currency : List.of("USD", "EUR")) {
      var sum = pledged(open, currency);
      var shown = currency + "\u00a0" + written(sum);
      assertThat(figures.get(0).contains(shown)).as(shown).isEqualTo(sum.signum() > 0);
    }
  }

  private static JsonObject listings(Page page, String query) {
    var answer = page.request().get(application().url() + "/api/v1/listings" + query);
    return JsonParser.parseString(answer.text()).getAsJsonObject();
  }

  private static BigDecimal pledged(JsonObject listings, String currency) {
    var sum = BigDecimal.ZERO;
    for (var each : listings.getAsJsonArray("items")) {
      var money = each.getAsJsonObject().getAsJsonObject("pledged");
      if (money.get("currency").getAsString().equals(currency)) {
        sum = sum.add(money.get("amount").getAsBigDecimal());
      }
    }
    return sum;
  }

  private static String written(BigDecimal sum) {
    boolean whole = sum.stripTrailingZeros().scale() <= 0;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", sum);
  }

  @Test
  void countWhatInstitutionsHaveDecided() {
    var page = withoutScript("en");
    page.navigate("/en/institutions/IQ-MOMD");

    var approved = page.locator("main .figs dd").first().textContent().strip();
    assertThat(Integer.parseInt(approved)).isGreaterThan(5);
    assertThat(page.locator("main .card").count())
        .isPositive()
        .isLessThanOrEqualTo(Math.min(12, Integer.parseInt(approved)));
  }

  @Test
  void areNotThereForWhatIsUnknownOrNotPublished() {
    var page = withoutScript("ckb");
    for (var path :
        List.of(
            "/institutions/IQ-NONE",
            "/institutions/WASL",
            "/businesses/0000000000000",
            "/businesses/x")) {
      assertThat(page.navigate("/ckb" + path).status()).as(path).isEqualTo(404);
    }
  }
}
