package wasl.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import wasl.harness.PlainHttp;
import wasl.web.BrowserIT;

/** What visitors get from memory, and who does not. */
class VisitorsPagesIT extends BrowserIT {

  @Test
  void aVisitorsPageIsCompressedTaggedAndNotSentTwice() throws Exception {
    var whole = ask("GET", "/en/listings", "Accept-Encoding", "identity");
    var small = ask("GET", "/en/listings", "Accept-Encoding", "gzip");

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(header(small, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(small, "Vary")).contains("Accept-Encoding", "Cookie");
    assertThat(header(small, "Cache-Control")).isEqualTo("private, no-cache");
    assertThat(small.body().length).isLessThan(whole.body().length / 2);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(small.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(whole.body());
    }
    var again = ask("GET", "/en/listings", "If-None-Match", header(whole, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    var head = ask("HEAD", "/en/listings", "Accept-Encoding", "identity");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(whole.body().length));
  }

  @Test
  void whoHasSignedInNeitherGetsNorFillsAVisitorsPage() throws Exception {
    var address = "/en/listings?sector=A&sort=newest";
    var investor = page("en");
    signIn(investor, "en", "investor@demo.wasl.example", "wasl-demo-2026");

    var own = investor.navigate(address);
    var visitors = text(address);

    assertThat(own.headers()).doesNotContainKey("etag");
    assertThat(own.text()).contains("/en/my/account").doesNotContain("/en/sign-up");
    assertThat(visitors).contains("/en/sign-up").doesNotContain("/en/my/account");
    assertThat(investor.navigate(address).text()).contains("/en/my/account");
  }

  @Test
  void aPledgeShowsWithinTwoSeconds() throws Exception {
    var investor = page("en");
    signIn(investor, "en", "investor5@demo.wasl.example", "wasl-demo-2026");
    investor.navigate("/en/listings?state=LIVE&model=GRANT&sort=newest");
    investor.click(".card-t a");
    investor.waitForURL("**/listings/*");
    var listing = URI.create(investor.url()).getPath();
    investor.navigate(listing + "/pledge");
    investor.fill("[id$=amount]", "31");
    investor.check("[id$=mandate]");
    investor.click("input[type=submit][id$=pledge]");
    var before = text(listing);
    assertThat(text(listing)).isEqualTo(before);

    pay(investor, "4000056655665556");

    await().atMost(Duration.ofSeconds(2)).until(() -> !text(listing).equals(before));
  }

  private static void pay(Page page, String card) {
    page.waitForSelector("[autocomplete=cc-number]");
    page.fill("[autocomplete=cc-number]", card);
    page.fill("[autocomplete=cc-exp]", "12/40");
    page.fill("[autocomplete=cc-csc]", "123");
    page.click("button[type=submit]");
    page.waitForURL("**/back");
  }

  private static String text(String path) throws IOException, InterruptedException {
    var answer = ask("GET", path, "Accept-Encoding", "identity");
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static HttpResponse<byte[]> ask(String method, String path, String name, String value)
      throws IOException, InterruptedException {
    return PlainHttp.CLIENT.send(
        HttpRequest.newBuilder(URI.create(application().url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header(name, value)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
