package wasl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.harness.PlainHttp;

class SmokeIT extends BrowserIT {

  @Test
  void reportsItsHealth() {
    var page = page("en");

    page.navigate("/health/ready");

    assertThat(page.textContent("body")).contains("\"status\":\"UP\"");
    shot(page, "health");
  }

  @Test
  void isNotReadyBeforeItsPeopleAreThere() {
    assertThat(beginning().ready()).isEqualTo(503);
    assertThat(beginning().body()).contains("\"name\":\"demo\"");
    assertThat(beginning().found()).as("run.json").isFalse();
  }

  @Test
  void aRedirectKeepsTheQuestionAndTheFrontDoorTheLanguage() {
    var page = page("en");
    page.navigate("/listings?governorate=IQ-BA");
    assertThat(page.url()).endsWith("/en/listings?governorate=IQ-BA");
    page.navigate("/ckb/listings/?model=GRANT");
    assertThat(page.url()).endsWith("/ckb/listings?model=GRANT");
    page.navigate("/");
    assertThat(page.url()).endsWith("/ckb/");
  }

  /** Faces itself would take the link for a sent form; a stranger could lay one out. */
  @Test
  void aFollowedLinkIsNoSentForm() {
    var page = page("en");
    var address = "/en/sign-in?f=f&f:email=a@b.example&jakarta.faces.ViewState=stateless";
    assertThat(page.navigate(address).status()).isEqualTo(403);
  }

  @Test
  void everyPublicPageNamesItselfAndItsOtherLanguages() {
    var page = withoutScript("en");
    page.navigate("/en/listings");
    var listing = page.locator("main a[href*='/listings/']").first().getAttribute("href");
    var paths =
        List.of(
            "/",
            "/listings",
            listing.substring(3),
            "/receipts",
            "/sign-in",
            "/sign-up",
            "/forgot",
            "/how-it-works",
            "/fees",
            "/safety",
            "/about",
            "/institutions");
    for (var path : paths) {
      for (var lang : List.of("ar", "ckb", "en")) {
        assertThat(page.navigate("/" + lang + path + "?q=x").status()).isEqualTo(200);
        assertThat(page.getAttribute("link[rel=canonical]", "href"))
            .isEqualTo(application().url() + "/" + lang + path);
        for (var other : List.of("ar", "ckb", "en")) {
          assertThat(page.getAttribute("link[hreflang=" + other + "]", "href"))
              .isEqualTo(application().url() + "/" + other + path);
        }
        assertThat(page.getAttribute("link[hreflang=x-default]", "href")).isNotBlank();
      }
    }
  }

  @Test
  void showsTheSamePageHoweverTheAddressIsWrong() throws Exception {
    for (var path :
        List.of(
            "/ar/listings;x=1",
            "/ar;x",
            "/ckb/../x",
            "/static/x/no-such-file.css",
            "/media/0K7V3Q9XH2M4D/card",
            "/share/site/xx.jpg",
            "/sitemap/nothing.xml",
            "/healthy")) {
      var answer = send("GET", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body())
          .as(path)
          .contains("class=\"oops\"")
          .contains("lang=\"" + (path.startsWith("/ar/") ? "ar" : "ckb") + "\" dir=");
      assertThat(answer.headers().firstValue("Content-Security-Policy")).as(path).isPresent();
    }
    for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND")) {
      var page = send(method, "/ckb/listings");
      assertThat(page.statusCode()).as(method).isEqualTo(405);
      assertThat(page.headers().firstValue("Allow")).contains("GET, HEAD, POST");
      assertThat(page.body()).as(method).contains("class=\"oops\"").contains("lang=\"ckb\" dir=");
    }
    assertThat(send("POST", "/media/x/y").headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(send("GET", "/api/v1/listings;x=1").headers().firstValue("Content-Type"))
        .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
  }

  private static HttpResponse<String> send(String method, String path) throws Exception {
    return PlainHttp.CLIENT.send(
        HttpRequest.newBuilder(URI.create(application().url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Accept-Language", "ckb")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void showsAFriendlyPageWhereThereIsNone() {
    for (var lang : new String[] {"ar", "ckb", "en"}) {
      var page = phone(lang);

      var answer = page.navigate("/" + lang + "/no-such-page");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(page.getAttribute("html", "dir")).isEqualTo(lang.equals("en") ? "ltr" : "rtl");
      axe(page);
      fits(page);
    }
  }

  @Test
  void whoIsTurnedAwayCanWriteAndKeepsTheAccountInReach() {
    var page = page("en");
    assertThat(page.navigate("/en/no-such-page").status()).isEqualTo(404);
    assertThat(page.locator("header.top > div > a.btn").getAttribute("href"))
        .isEqualTo("/en/sign-in");

    signIn(page, "en", "investor@demo.wasl.example", "wasl-demo-2026");
    assertThat(page.navigate("/en/desk").status()).isEqualTo(403);
    assertThat(page.locator("header.top > div > a.btn").getAttribute("href"))
        .isEqualTo("/en/my/account");
    assertThat(page.locator("main a[href^='mailto:']").textContent()).contains("@");
    page.locator("footer a[href$='/about#contact']").click();
    assertThat(page.locator("#contact a[href^='mailto:']").isVisible()).isTrue();
  }
}
