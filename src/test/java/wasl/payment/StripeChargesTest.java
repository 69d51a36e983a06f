package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import org.junit.jupiter.api.Test;

/** What the states of a payment intent mean. */
class StripeChargesTest {

  @Test
  void sendsOfTheStatementsNameOnlyWhatIsNotTheAccountsPrefix() {
    assertThat(StripeCharges.suffix("WASL* DEMO")).isEqualTo("DEMO");
    assertThat(StripeCharges.suffix("WASL")).isEqualTo("WASL");
    assertThat(StripeCharges.suffix("<O'Neil>")).isEqualTo("O Neil");
  }

  @Test
  void anIntentThatNobodyHasTriedYetIsNoDecline() {
    PaymentIntent intent = new PaymentIntent();
    intent.setId("pi_1");
    intent.setStatus("requires_payment_method");
    assertThat(StripeCharges.read(intent)).isEqualTo(new ChargeOutcome.ActionNeeded("pi_1", null));
  }

  @Test
  void oneThatTheBankRefusedIs() {
    PaymentIntent intent = new PaymentIntent();
    intent.setId("pi_1");
    intent.setStatus("requires_payment_method");
    StripeError error = new StripeError();
    error.setCode("card_declined");
    error.setDeclineCode("insufficient_funds");
    intent.setLastPaymentError(error);
    assertThat(StripeCharges.read(intent))
        .isEqualTo(new ChargeOutcome.Declined("pi_1", DeclineReason.INSUFFICIENT_FUNDS));
  }

  @Test
  void oneThatWasCancelledIsNeverCharged() {
    PaymentIntent intent = new PaymentIntent();
    intent.setId("pi_1");
    intent.setStatus("canceled");
    assertThat(StripeCharges.read(intent))
        .isEqualTo(new ChargeOutcome.Declined("pi_1", DeclineReason.AUTHENTICATION));
  }
}
