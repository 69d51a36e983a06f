package wasl.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.web.BrowserIT;

/** What a shared link shows, and what search engines find. */
class SharingIT extends BrowserIT {

  @Test
  void aSharedLinkShowsItsPictureAndFactsInEachLanguage() throws IOException {
    for (String lang : new String[] {"ar", "ckb", "en"}) {
      var page = withoutScript(lang);
      page.navigate("/" + lang + "/listings");
      page.locator("main .card a").first().click();
      String id = page.url().replaceAll(".*/", "");
      assertThat(property(page, "og:title")).isEqualTo(page.locator("h1").textContent().strip());
      assertThat(property(page, "og:url")).endsWith("/" + lang + "/listings/" + id);
      assertThat(page.locator("link[rel=canonical]").getAttribute("href"))
          .isEqualTo(property(page, "og:url"));
      assertThat(page.locator("link[rel=alternate][hreflang]").count()).isEqualTo(4);
      APIResponse picture =
          page.request().get(property(page, "og:image").replaceFirst("https?://[^/]+", ""));
      assertThat(picture.status()).isEqualTo(200);
      assertThat(picture.headers().get("content-type")).isEqualTo("image/jpeg");
      assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(1200);
      String facts = page.locator("script[type='application/ld+json']").textContent();
      assertThat(facts)
          .startsWith("{\"@context\":\"https://schema.org\"")
          .contains("\"@id\":\"" + property(page, "og:url") + "\"")
          .doesNotContain("<");
      APIResponse poster = page.request().get("/" + lang + "/listings/" + id + "/poster.pdf");
      assertThat(poster.headers().get("content-type")).isEqualTo("application/pdf");
    }
  }

  @Test
  void searchEnginesFindWhatIsPublishedAndNothingElse() {
    var page = page("en");
    String index = page.request().get("/sitemap.xml").text();
    assertThat(index).contains("/sitemap/pages.xml");
    assertThat(page.request().get("/sitemap/pages.xml").text())
        .contains("/ar/institutions/IQ-MOMD<")
        .doesNotContain("/institutions/WASL");
    String part = index.replaceAll("(?s).*<loc>[^<]*(/sitemap/\\w{13}\\.xml)</loc>.*", "$1");
    page.navigate("/en/listings");
    String published =
        page.locator("main .card a").first().getAttribute("href").replaceAll(".*/", "");
    String listings = page.request().get(part).text();
    assertThat(listings).contains("/ckb/listings/" + published).contains("hreflang=\"ar\"");
    page.navigate("/en/listings/" + published);
    String business = page.getAttribute("#owner a[href*='/businesses/']", "href");
    assertThat(listings).contains(business + "<");
    assertThat(page.request().get("/robots.txt").text()).contains("/sitemap.xml");
    assertThat(page.request().get("/sitemap/x.xml").status()).isEqualTo(404);

    signIn(page, "en", "entrepreneur@demo.wasl.example", "wasl-demo-2026");
    page.navigate("/en/my/listings");
    String draft =
        page.locator("tr:has(.is-quiet.g-none) th a")
            .first()
            .getAttribute("href")
            .replaceAll(".*/", "");
    assertThat(listings).doesNotContain(draft);
    for (String address :
        new String[] {
          "/share/" + draft + "/en.jpg",
          "/en/listings/" + draft + "/poster.pdf",
          "/en/listings/" + draft + "/updates",
          "/en/listings/" + draft + "/report",
          "/share/site/xx.jpg",
          "/share/x"
        }) {
      assertThat(page.request().get(address).status()).as(address).isEqualTo(404);
    }
    assertThat(page.request().get("/share/site/ckb.jpg").status()).isEqualTo(200);
  }

  /** What hangs in a shop window for weeks asks for help long after the reason is known. */
  @ParameterizedTest
  @ValueSource(strings = {"UNFUNDED", "WITHDRAWN", "STOPPED", "SUSPENDED"})
  void noPosterAsksForHelpForAProjectThatIsHaltedOrOver(String state) {
    var page = withoutScript("en");
    String some = page.request().get("/api/v1/listings?state=" + state + "&size=1").text();
    String id = some.replaceAll("(?s).*?\"id\":\"(\\w{13})\".*", "$1");
    page.navigate("/en/listings/" + id);
    assertThat(page.locator("#help").count()).isEqualTo(state.equals("SUSPENDED") ? 1 : 0);
    assertThat(page.locator("a[href$='/" + id + "/report']").count()).as("for good").isPositive();
    assertThat(page.locator("a[href$='/poster.pdf']").count()).isZero();
    assertThat(page.navigate("/en/listings/" + id + "/poster.pdf").status()).isEqualTo(404);
    assertThat(page.locator("h1").textContent()).as("a page for people").isNotBlank();
    assertThat(page.locator("main a[href='/en/listings']").count()).isPositive();
  }

  private static String property(Page page, String name) {
    return page.locator("meta[property='" + name + "']").getAttribute("content");
  }
}
