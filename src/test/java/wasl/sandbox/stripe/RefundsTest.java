package wasl.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundsTest {
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

  private PaymentIntent paid(String number, long amount) throws Exception {
    return shop.charged(customer, shop.savedCard(customer, number), amount);
  }

  private Refund refund(PaymentIntent intent, Long amount) throws Exception {
    return shop.stripe
        .v1()
        .refunds()
        .create(
            RefundCreateParams.builder()
                .setPaymentIntent(intent.getId())
                .setAmount(amount)
                .addExpand("balance_transaction")
                .build());
  }

  @Test
  void refundsAPartAndThenTheRest() throws Exception {
    PaymentIntent intent = paid("4242424242424242", 10_000);
    Refund part = refund(intent, 2_500L);
    assertThat(part.getStatus()).isEqualTo("succeeded");
    assertThat(part.getBalanceTransactionObject().getNet()).isEqualTo(-2_500);
    assertThat(shop.stripe.v1().charges().retrieve(intent.getLatestCharge()).getRefunded())
        .isFalse();
    assertThat(refund(intent, null).getAmount()).isEqualTo(7_500);
    var charge = shop.stripe.v1().charges().retrieve(intent.getLatestCharge());
    assertThat(charge.getRefunded()).isTrue();
    assertThat(charge.getAmountRefunded()).isEqualTo(10_000);
  }

  @Test
  void refusesMoreThanIsLeft() throws Exception {
    PaymentIntent intent = paid("4242424242424242", 10_000);
    refund(intent, 9_000L);
    assertThat(refused(intent, 1_001L).getParam()).isEqualTo("amount");
    refund(intent, 1_000L);
    assertThat(refused(intent, null).getCode()).isEqualTo("charge_already_refunded");
  }

  private InvalidRequestException refused(PaymentIntent intent, Long amount) {
    return catchThrowableOfType(InvalidRequestException.class, () -> refund(intent, amount));
  }

  @Test
  void refundSucceedsLaterForItsCard() throws Exception {
    Refund refund = refund(paid("4000000000007726", 10_000), null);
    assertThat(refund.getStatus()).isEqualTo("pending");
    shop.shiftClock(60);
    assertThat(shop.stripe.v1().refunds().retrieve(refund.getId()).getStatus())
        .isEqualTo("succeeded");
  }

  @Test
  void refundFailsLaterForItsCard() throws Exception {
    PaymentIntent intent = paid("4000000000005126", 10_000);
    Refund refund = refund(intent, 4_000L);
    assertThat(refund.getStatus()).isEqualTo("succeeded");
    shop.shiftClock(60);
    Refund failed = shop.stripe.v1().refunds().retrieve(refund.getId());
    assertThat(failed.getStatus()).isEqualTo("failed");
    assertThat(failed.getFailureBalanceTransaction()).startsWith("txn_");
    assertThat(shop.stripe.v1().charges().retrieve(intent.getLatestCharge()).getAmountRefunded())
        .isZero();
    assertThat(shop.stripe.v1().events().list().getData())
        .extracting(Event::getType)
        .contains("refund.failed", "refund.updated");
  }

  @Test
  void disputesOnlyWhatWasNotRefunded() throws Exception {
    refund(paid("4000000000000259", 10_000), null);
    refund(paid("4000000000000259", 10_000), 4_000L);
    shop.shiftClock(60);
    assertThat(shop.stripe.v1().disputes().list().getData())
        .singleElement()
        .satisfies(dispute -> assertThat(dispute.getAmount()).isEqualTo(6_000));
  }

  @Test
  void refusesToRefundWhatIsDisputed() throws Exception {
    PaymentIntent intent = paid("4000000000000259", 10_000);
    shop.shiftClock(60);
    assertThat(refused(intent, null).getCode()).isEqualTo("charge_disputed");
  }

  @Test
  void givesBackWhatWasDisputedAndWon() throws Exception {
    PaymentIntent intent = paid("4000000000000259", 10_000);
    shop.shiftClock(60);
    String dispute = shop.stripe.v1().disputes().list().getData().get(0).getId();
    shop.control("POST", "dispute", "{\"dispute\":\"" + dispute + "\",\"verdict\":\"won\"}");
    assertThat(shop.stripe.v1().charges().retrieve(intent.getLatestCharge()).getDisputed())
        .isTrue();
    assertThat(refund(intent, null).getAmount()).isEqualTo(10_000);
  }
}
