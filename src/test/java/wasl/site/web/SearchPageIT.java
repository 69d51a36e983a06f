package wasl.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.harness.PlainHttp;
import wasl.web.BrowserIT;

/** Searching as visitors do: in each language, without script, by keyboard, and with odd words. */
class SearchPageIT extends BrowserIT {

  @Test
  void findsAPlaceByItsNameElsewhereWithoutScript() {
    var page = withoutScript("ar");
    for (var question :
        List.of("/ar/listings?q=Hawler", "/ckb/listings?q=Erbil", "/en/listings?q=هولير")) {
      page.navigate(question);
      assertThat(page.locator(".cards .card").count()).as(question).isPositive();
      assertThat(page.locator("#governorate option[value=IQ-AR]").textContent())
          .as("numbers beside the filters")
          .matches("(?s).*\\([1-9]\\d*\\).*");
    }
    page.navigate("/en/listings");
    page.fill("#q", "bakry");
    page.click(".filters form button");
    assertThat(page.url()).contains("q=bakry");
    assertThat(page.locator(".alert").first().textContent()).contains("near");
    assertThat(page.locator(".cards .card").count()).isPositive();
    shot(page, "search-near-en");
  }

  @Test
  void helpsOnWhereNothingFits() {
    for (var lang : List.of("ar", "ckb", "en")) {
      var page = phone(lang);
      page.navigate("/" + lang + "/listings?q=Basra&governorate=IQ-DA");
      axe(page);
      fits(page);
      shot(page, "search-nothing-" + lang);
      page.locator(".ways a").first().click();
      assertThat(page.url()).contains("q=Basra").doesNotContain("IQ-DA");
      assertThat(page.locator(".cards .card").count()).isPositive();
    }
  }

  @Test
  void onAPhoneResultsStandFirstAndEachChoiceCanBeTakenAway() {
    for (var lang : List.of("ar", "ckb", "en")) {
      var page = phone(lang);
      page.navigate("/" + lang + "/listings?q=Erbil&governorate=IQ-AR&sort=NEWEST");
      assertThat(page.locator("#governorate").isVisible()).as("filters are closed").isFalse();
      assertThat(page.locator(".filters .count").textContent()).isEqualTo("1");
      assertThat(page.locator(".cards .card").first().boundingBox().y)
          .as("the first project is on the first screen")
          .isLessThan(640);
      axe(page);
      fits(page);
      shot(page, "search-chosen-" + lang);
      page.locator(".picked a").last().click();
      assertThat(page.url()).contains("q=Erbil").contains("sort=NEWEST").doesNotContain("IQ-AR");
      page.locator(".picked a").first().click();
      assertThat(page.url()).doesNotContain("Erbil");
      assertThat(page.locator(".picked").count()).isZero();
      page.click(".filters summary");
      assertThat(page.locator("#governorate").isVisible()).isTrue();
    }
  }

  @Test
  void theInstitutionThatVettedIsAFilterWithNumbers() {
    var page = withoutScript("en");
    page.navigate("/en/listings");
    String option = page.locator("#institution option[value=IQ-MOMD]").textContent();
    assertThat(option).matches("Ministry of Migration and Displaced \\([1-9]\\d*\\)");
    String n = option.replaceAll("\\D", "");
    for (var address : List.of("?institution=IQ-MOMD", "?institution=IQ-MOMD&sort=ENDING")) {
      page.navigate("/en/listings" + address);
      assertThat(page.locator(".list-head").textContent()).contains(n + " project");
      assertThat(page.locator(".picked").textContent()).contains("Migration and Displaced");
    }
    page.navigate("/en/listings?institution=IQ-NONE");
    assertThat(page.locator(".ways a").first().textContent()).contains("any institution");
  }

  @Test
  void aPictureComesInTheWidthThatTheScreenNeeds() {
    var page = phone("en");
    page.navigate("/en/listings?sort=NEWEST");
    var pictures = page.locator(".cards .card img");
    assertThat(pictures.first().getAttribute("loading")).isEqualTo("eager");
    assertThat(pictures.first().getAttribute("fetchpriority")).isEqualTo("high");
    assertThat(pictures.nth(1).getAttribute("loading")).isEqualTo("lazy");
    var drawn = page.locator(".cards img[srcset*='480w'][srcset*='960w'][sizes][width][height]");
    assertThat(drawn.count()).isPositive();
    drawn.first().scrollIntoViewIfNeeded();
    page.waitForFunction("i => i.complete && i.naturalWidth > 0", drawn.first().elementHandle());
    assertThat(drawn.first().evaluate("i => i.currentSrc").toString()).endsWith("/card");
    page.locator(".card:has(img[srcset]) a").first().click();
    assertThat(page.locator(".cover img").getAttribute("srcset")).contains("480w").contains("960w");
    assertThat(page.locator(".cover img").getAttribute("fetchpriority")).isEqualTo("high");
  }

  @Test
  void theMapIsAFilterForTheKeyboardToo() {
    for (var lang : List.of("ar", "en")) {
      var page = page(lang);
      page.navigate("/" + lang + "/listings");
      page.locator(".find-map > summary").press("Enter");
      assertThat(page.locator(".find-map svg a").count()).isEqualTo(19);
      axe(page);
      fits(page);
      shot(page, "search-map-" + lang);
      var basra = page.locator(".find-map svg a[href*='IQ-BA']");
      assertThat(basra.getAttribute("aria-label")).matches(".+: \\d+");
      basra.focus();
      basra.press("Enter");
      page.waitForURL(url -> url.endsWith("governorate=IQ-BA"));
      assertThat(page.locator(".find-map svg a[aria-current=true]").getAttribute("href"))
          .contains("IQ-BA");
    }
    var home = phone("ckb");
    home.navigate("/ckb/");
    assertThat(home.locator(".geo svg a").count()).isEqualTo(19);
    fits(home);
    shot(home, "search-home-ckb");
  }

  @Test
  void takesWhateverIsTypedForWords() throws Exception {
    for (var odd :
        List.of(
            "😀",
            "\"' OR 1=1 -- ;DROP TABLE listing",
            "title:(* AND [a TO",
            "<script>alert(1)</script>",
            "كلمة ".repeat(100),
            "x".repeat(2_000))) {
      assertThat(status("/en/listings?q=", odd)).as(odd).isEqualTo(200);
      assertThat(status("/api/v1/listings?q=", odd)).as(odd).isEqualTo(200);
    }
    for (var letter : List.of("x", "ب")) {
      var many = letter.repeat(10_000);
      assertThat(status("/ar/listings?q=", many)).as("many " + letter).isEqualTo(200);
      assertThat(status("/api/v1/listings?q=", many)).as("many " + letter).isEqualTo(200);
    }
  }

  private static int status(String address, String typed) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    application().url()
                        + address
                        + URLEncoder.encode(typed, StandardCharsets.UTF_8)))
            .build();
    return PlainHttp.CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
