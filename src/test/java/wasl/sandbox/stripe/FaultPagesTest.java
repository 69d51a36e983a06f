package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sets by hand on the page is what the gateway then does. */
class FaultPagesTest {
  private final HttpClient browser = HttpClient.newHttpClient();
  private Shop shop;
  private Customer customer;
  private String method;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.inMemory();
    customer = shop.customer();
    method = shop.savedCard(customer, "4242424242424242");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatIsSetHappensIsShownAndIsUsedUp() throws Exception {
    assertThat(page()).contains("Nothing: the gateway does right.");
    press("do=call&path=payment_intents&fault=ERROR&times=1");
    assertThat(page()).contains("charges: answers 500; nothing was done, 1 more time(s)");
    assertThatThrownBy(() -> shop.charged(customer, method, 500)).isInstanceOf(ApiException.class);
    assertThat(shop.charged(customer, method, 500).getStatus()).isEqualTo("succeeded");
    assertThat(page()).contains("Nothing: the gateway does right.");
    assertThat(log()).containsSubsequence("/v1/payment_intents", "200", "500", "status");
  }

  @Test
  void aRuleIsTakenBackAndEverythingIsReset() throws Exception {
    press("do=call&path=refunds&fault=DROP_AFTER&times=7");
    press("do=events&events=off&seconds=");
    press("do=refunds&refunds=fail&times=3");
    String page = page();
    assertThat(page)
        .contains("refunds: does the work, then drops the connection, 7 more time(s)")
        .contains("events: not at all: they stay undelivered")
        .contains("the next 3 refund(s) succeed first, fail a moment later");
    String rule = page.split("name=\"id\" value=\"")[1].split("\"")[0];
    press("do=forget&id=" + rule);
    assertThat(page()).doesNotContain("7 more time(s)").contains("they stay undelivered</span>");
    press("do=reset&id=");
    assertThat(page()).contains("Nothing: the gateway does right.");
  }

  @Test
  void aChargeIsDisputedAndLostAndARefundFails() throws Exception {
    PaymentIntent intent = shop.charged(customer, method, 500);
    press("do=dispute&id=" + intent.getLatestCharge());
    String dispute = shop.stripe.v1().disputes().list().getData().get(0).getId();
    assertThat(page()).contains(dispute, "needs response");
    press("do=lost&id=" + dispute);
    assertThat(shop.stripe.v1().disputes().retrieve(dispute).getStatus()).isEqualTo("lost");
    assertThat(press("do=dispute&id=" + intent.getLatestCharge()).statusCode()).isEqualTo(422);
  }

  @Test
  void aCardsBankIsTold() throws Exception {
    press("do=bank&id=" + method + "&verdict=insufficient_funds&times=1");
    assertThatThrownBy(() -> shop.charged(customer, method, 500))
        .hasMessageContaining("insufficient");
  }

  @Test
  void onlyThePageItselfMaySetAnything() throws Exception {
    HttpRequest foreign =
        request("do=events&events=off").header("Origin", "http://elsewhere.example").build();
    assertThat(browser.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
    assertThat(page()).contains("Nothing: the gateway does right.");
  }

  @Test
  void nonsenseIsRefusedInWords() throws Exception {
    HttpResponse<String> answer = press("do=call&path=&fault=HANG&times=-3");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("“-3” is not a whole number");
    assertThat(press("do=explode").statusCode()).isEqualTo(422);
  }

  private String page() throws Exception {
    return shop.open(shop.sandbox.faultsUrl()).body();
  }

  private String log() throws Exception {
    return shop.open(shop.sandbox.faultsUrl() + "/log").body();
  }

  private HttpResponse<String> press(String form) throws Exception {
    return browser.send(request(form).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String form) {
    return HttpRequest.newBuilder(URI.create(shop.sandbox.faultsUrl()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }
}
