package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Charge;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChargingTest {
  private Shop shop;
  private Customer customer;

  @BeforeEach
  void open() throws Exception {
    shop = Shop.inMemory();
    customer = shop.customer();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private CardException refused(String method) {
    return catchThrowableOfType(CardException.class, () -> shop.charged(customer, method, 2000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "5555555555554444",
        "4000002500003155",
        "4000003800000446",
        "4000000000000259",
        "4000000000007726",
        "4000000000005126"
      })
  void chargesASavedCardInOneCall(String number) throws Exception {
    PaymentIntent intent = shop.charged(customer, shop.savedCard(customer, number), 10_000);

    assertThat(intent.getStatus()).isEqualTo("succeeded");
    assertThat(intent.getAmountReceived()).isEqualTo(10_000);
    Charge charge = intent.getLatestChargeObject();
    assertThat(charge.getPaid()).isTrue();
    assertThat(charge.getMetadata()).containsEntry("pledge", "p1");
    var movement = charge.getBalanceTransactionObject();
    assertThat(movement.getFee()).isEqualTo(320);
    assertThat(movement.getNet()).isEqualTo(9_680);
    assertThat(movement.getSource()).isEqualTo(charge.getId());
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000341, card_declined, generic_decline",
    "4000008260003178, card_declined, insufficient_funds",
    "4000002760003184, authentication_required, authentication_required"
  })
  void refusesAsTheCardDoes(String number, String code, String declineCode) throws Exception {
    String method = shop.savedCard(customer, number);

    CardException refusal = refused(method);

    assertThat(refusal.getStatusCode()).isEqualTo(402);
    assertThat(refusal.getCode()).isEqualTo(code);
    assertThat(refusal.getDeclineCode()).isEqualTo(declineCode);
    PaymentIntent said = refusal.getStripeError().getPaymentIntent();
    assertThat(said.getClientSecret()).startsWith(said.getId() + "_secret_");
    PaymentIntent kept = shop.stripe.v1().paymentIntents().retrieve(said.getId());
    assertThat(kept.getStatus()).isEqualTo("requires_payment_method");
    assertThat(kept.getPaymentMethod()).isNull();
    assertThat(kept.getLastPaymentError().getCode()).isEqualTo(code);
    assertThat(shop.stripe.v1().charges().retrieve(refusal.getCharge()).getStatus())
        .isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000002, declined",
    "4000000000009995, balance is too low",
    "4000000000000069, has expired"
  })
  void refusesToSaveCardsThatStripeRefuses(String number, String text) throws Exception {
    var session = shop.saveCard(customer);
    var answer = shop.type(session.getUrl(), number, "12/34", "123");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(text);
    assertThat(
            shop.stripe
                .v1()
                .setupIntents()
                .retrieve(session.getSetupIntent())
                .getLastSetupError()
                .getType())
        .isEqualTo("card_error");
  }

  @Test
  void authenticatesOnSessionAfterBeingRefusedOffSession() throws Exception {
    String method = shop.savedCard(customer, "4000002760003184");
    String id = refused(method).getStripeError().getPaymentIntent().getId();

    PaymentIntent asking = confirm(id, method);
    assertThat(asking.getStatus()).isEqualTo("requires_action");
    String challenge = asking.getNextAction().getRedirectToUrl().getUrl();
    assertThat(shop.open(challenge).body()).contains("USD\u00a020");
    String back = Shop.location(shop.decide(challenge, "approve"));

    assertThat(back).startsWith("http://shop.example/back?payment_intent=" + id);
    assertThat(back).endsWith("redirect_status=succeeded");
    assertThat(shop.stripe.v1().paymentIntents().retrieve(id).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void staysUnpaidWhenTheCardholderRefuses() throws Exception {
    String method = shop.savedCard(customer, "4000002760003184");
    String id = refused(method).getStripeError().getPaymentIntent().getId();
    String challenge = confirm(id, method).getNextAction().getRedirectToUrl().getUrl();

    assertThat(Shop.location(shop.decide(challenge, "refuse"))).endsWith("redirect_status=failed");

    PaymentIntent kept = shop.stripe.v1().paymentIntents().retrieve(id);
    assertThat(kept.getStatus()).isEqualTo("requires_payment_method");
    assertThat(kept.getLastPaymentError().getCode())
        .isEqualTo("payment_intent_authentication_failure");
  }

  private PaymentIntent confirm(String id, String method) throws Exception {
    return shop.stripe
        .v1()
        .paymentIntents()
        .confirm(
            id,
            PaymentIntentConfirmParams.builder()
                .setPaymentMethod(method)
                .setReturnUrl("http://shop.example/back")
                .build());
  }

  @Test
  void givesTheFeeLaterUnlessCaptureIsAutomatic() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    PaymentIntent intent =
        shop.stripe
            .v1()
            .paymentIntents()
            .create(
                Shop.charge(customer, method, 1000)
                    .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.AUTOMATIC_ASYNC)
                    .build());
    assertThat(intent.getLatestChargeObject().getBalanceTransaction()).isNull();
    shop.shiftClock(10);
    assertThat(
            shop.stripe.v1().charges().retrieve(intent.getLatestCharge()).getBalanceTransaction())
        .startsWith("txn_");
  }

  @Test
  void listsTheIntentsOfACustomerPageByPage() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    for (int i = 1; i <= 5; i++) {
      shop.charged(customer, method, i * 100L);
    }
    Customer other = shop.customer();
    shop.charged(other, shop.savedCard(other, "4242424242424242"), 100);
    var params =
        PaymentIntentListParams.builder().setCustomer(customer.getId()).setLimit(2L).build();
    var first = shop.stripe.v1().paymentIntents().list(params);
    assertThat(first.getHasMore()).isTrue();
    assertThat(first.getData()).extracting(PaymentIntent::getAmount).containsExactly(500L, 400L);
    assertThat(first.autoPagingIterable())
        .extracting(PaymentIntent::getAmount)
        .containsExactly(500L, 400L, 300L, 200L, 100L);
  }

  @Test
  void neverChargesADetachedCard() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    shop.stripe.v1().paymentMethods().detach(method);
    InvalidRequestException refusal =
        catchThrowableOfType(
            InvalidRequestException.class, () -> shop.charged(customer, method, 1000));
    assertThat(refusal.getMessage()).contains("may not be used again");
  }

  @Test
  void tellsTheBankHowToDecideOnce() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    shop.control(
        "POST",
        "issuer",
        "{\"payment_method\":\"" + method + "\",\"verdict\":\"stolen_card\",\"times\":1}");
    CardException refusal = refused(method);
    assertThat(refusal.getDeclineCode()).isEqualTo("stolen_card");
    assertThat(refusal.getStripeError().getAdviceCode()).isEqualTo("do_not_try_again");
    assertThat(shop.charged(customer, method, 1000).getStatus()).isEqualTo("succeeded");
  }

  @Test
  void refusesWhatStripeRefuses() throws Exception {
    String method = shop.savedCard(customer, "4242424242424242");
    assertThat(invalid(Shop.charge(customer, method, 49)).getCode()).isEqualTo("amount_too_small");
    assertThat(invalid(Shop.charge(customer, method, 500).setCurrency("iqd")).getParam())
        .isEqualTo("currency");
    assertThat(invalid(Shop.charge(customer, "pm_none", 500)).getCode())
        .isEqualTo("resource_missing");
    assertThat(invalid(Shop.charge(customer, method, 500).putExtraParam("tip", "1")).getCode())
        .isEqualTo("parameter_unknown");
    assertThat(shop.stripe.v1().paymentIntents().list().getData()).isEmpty();
  }

  private InvalidRequestException invalid(PaymentIntentCreateParams.Builder params) {
    return catchThrowableOfType(
        InvalidRequestException.class,
        () -> shop.stripe.v1().paymentIntents().create(params.build()));
  }

  @Test
  void cancelsAnIntentThatWasNotPaid() throws Exception {
    String method = shop.savedCard(customer, "4000000000000341");
    String id = refused(method).getStripeError().getPaymentIntent().getId();
    assertThat(shop.stripe.v1().paymentIntents().cancel(id).getStatus()).isEqualTo("canceled");
    InvalidRequestException again =
        catchThrowableOfType(
            InvalidRequestException.class, () -> shop.stripe.v1().paymentIntents().cancel(id));
    assertThat(again.getCode()).isEqualTo("payment_intent_unexpected_state");
  }
}
