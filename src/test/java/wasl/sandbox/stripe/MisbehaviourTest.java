package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehaviourTest {
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

  private PaymentIntent charge() throws Exception {
    return shop.stripe
        .v1()
        .paymentIntents()
        .create(
            Shop.charge(customer, method, 5000).build(),
            RequestOptions.builder().setIdempotencyKey("p1-1").build());
  }

  private int charges() throws Exception {
    return shop.control("GET", "state", "").getAsJsonArray("charges").size();
  }

  private void misbehave(String rule) throws Exception {
    shop.control("POST", "misbehave", rule);
  }

  @Test
  void answersAnErrorAndDoesNothing() throws Exception {
    misbehave("{\"path\":\"payment_intents\",\"kind\":\"status\",\"status\":500}");
    assertThatThrownBy(this::charge).isInstanceOf(ApiException.class);
    assertThat(charges()).isZero();
    assertThat(charge().getStatus()).isEqualTo("succeeded");
  }

  @Test
  void answersTooManyRequests() throws Exception {
    misbehave("{\"path\":\"payment_intents\",\"kind\":\"status\",\"status\":429,\"times\":2}");
    assertThatThrownBy(this::charge).isInstanceOf(RateLimitException.class);
    assertThatThrownBy(this::charge).isInstanceOf(RateLimitException.class);
    assertThat(charge().getStatus()).isEqualTo("succeeded");
  }

  @Test
  void doesTheWorkAndAnswersAnErrorForEver() throws Exception {
    misbehave("{\"path\":\"payment_intents\",\"kind\":\"status_after\",\"status\":500}");
    assertThatThrownBy(this::charge).isInstanceOf(ApiException.class);
    assertThatThrownBy(this::charge).isInstanceOf(ApiException.class);
    assertThat(charges()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_before", "drop_after"})
  void dropsTheConnection(String kind) throws Exception {
    misbehave("{\"path\":\"payment_intents\",\"kind\":\"" + kind + "\"}");
    assertThatThrownBy(this::charge).isInstanceOf(ApiConnectionException.class);
    assertThat(charges()).isEqualTo(kind.equals("drop_after") ? 1 : 0);
    assertThat(charge().getStatus()).isEqualTo("succeeded");
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void hangsLongerThanTheClientWaits() throws Exception {
    misbehave("{\"path\":\"payment_intents\",\"kind\":\"hang_after\",\"millis\":60000}");
    RequestOptions hasty =
        RequestOptions.builder().setIdempotencyKey("p1-1").setReadTimeout(300).build();
    assertThatThrownBy(
            () ->
                shop.stripe
                    .v1()
                    .paymentIntents()
                    .create(Shop.charge(customer, method, 5000).build(), hasty))
        .isInstanceOf(ApiConnectionException.class);
    assertThat(charges()).isEqualTo(1);
    assertThat(charge().getStatus()).isEqualTo("succeeded");
    assertThat(charges()).isEqualTo(1);
  }

  @Test
  void limitsCallsInASecond() throws Exception {
    misbehave("{\"path\":\"customers\",\"kind\":\"limit\",\"perSecond\":3}");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 50; i++) {
                shop.customer();
              }
            })
        .isInstanceOf(RateLimitException.class);
    shop.control("DELETE", "misbehave", "");
    shop.customer();
  }

  @Test
  void deliversTwice() throws Exception {
    misbehave("{\"events\":\"twice\"}");
    try (Mailslot mailslot = new Mailslot()) {
      shop.sandbox.tellWebhooks(mailslot.url(), Mailslot.SECRET);
      String first = mailslot.next("checkout.session.completed").body();
      assertThat(mailslot.next("checkout.session.completed").body()).isEqualTo(first);
    }
  }

  @Test
  void deliversNothingUntilToldToBehave() throws Exception {
    misbehave("{\"events\":\"off\"}");
    try (Mailslot mailslot = new Mailslot()) {
      shop.sandbox.tellWebhooks(mailslot.url(), Mailslot.SECRET);
      assertThat(shop.control("GET", "idle", "").get("undelivered").getAsInt()).isPositive();
      shop.control("DELETE", "misbehave", "");
      mailslot.next("checkout.session.completed");
    }
  }

  @Test
  void letsAnyRefundFailLater() throws Exception {
    String intent = charge().getId();
    misbehave("{\"refunds\":\"fail\"}");
    assertThat(refund(intent, 1000).getStatus()).isEqualTo("succeeded");
    Refund second = refund(intent, 1000);
    shop.shiftClock(60);
    assertThat(shop.stripe.v1().refunds().list().getData())
        .extracting(Refund::getStatus)
        .containsExactly("succeeded", "failed");
    shop.control("POST", "refund", "{\"refund\":\"" + second.getId() + "\"}");
    assertThat(shop.stripe.v1().refunds().retrieve(second.getId()).getStatus()).isEqualTo("failed");
  }

  private Refund refund(String intent, long amount) throws Exception {
    return shop.stripe
        .v1()
        .refunds()
        .create(RefundCreateParams.builder().setPaymentIntent(intent).setAmount(amount).build());
  }

  @Test
  void disputesAnyChargeAndDecidesIt() throws Exception {
    assertThat(disputed("won")).isEqualTo("won");
    assertThat(shop.stripe.v1().disputes().list().getData().get(0).getBalanceTransactions())
        .hasSize(2);
  }

  @Test
  void losesADisputeWhenTold() throws Exception {
    assertThat(disputed("lost")).isEqualTo("lost");
    assertThat(shop.stripe.v1().disputes().list().getData().get(0).getBalanceTransactions())
        .hasSize(1);
  }

  /** The state that a dispute stays in, though the other verdict comes after it. */
  private String disputed(String verdict) throws Exception {
    String charge = charge().getLatestCharge();
    String dispute =
        shop.control("POST", "dispute", "{\"charge\":\"" + charge + "\"}").get("id").getAsString();
    for (String one : new String[] {verdict, verdict.equals("won") ? "lost" : "won"}) {
      shop.control(
          "POST", "dispute", "{\"dispute\":\"%s\",\"verdict\":\"%s\"}".formatted(dispute, one));
    }
    shop.shiftClock(8 * 86_400);
    return shop.stripe.v1().disputes().retrieve(dispute).getStatus();
  }

  @Test
  void refusesARuleItDoesNotKnow() {
    assertThatThrownBy(() -> misbehave("{\"kind\":\"explode\"}")).hasMessageContaining("EXPLODE");
  }
}
