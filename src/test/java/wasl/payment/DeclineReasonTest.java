package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stripe's codes (docs.stripe.com/declines/codes) become the reasons that people are told. */
class DeclineReasonTest {

  private static final Set<DeclineReason> SOFT =
      EnumSet.of(
          DeclineReason.INSUFFICIENT_FUNDS, DeclineReason.DECLINED, DeclineReason.PROCESSING);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "card_declined, insufficient_funds, -, INSUFFICIENT_FUNDS",
        "card_declined, insufficient_funds, try_again_later, INSUFFICIENT_FUNDS",
        "card_declined, generic_decline, -, DECLINED",
        "card_declined, do_not_honor, try_again_later, DECLINED",
        "card_declined, generic_decline, do_not_try_again, FORBIDDEN",
        "card_declined, insufficient_funds, do_not_try_again, FORBIDDEN",
        "card_declined, lost_card, -, LOST_OR_STOLEN",
        "card_declined, stolen_card, do_not_try_again, LOST_OR_STOLEN",
        "card_declined, pickup_card, -, LOST_OR_STOLEN",
        "card_declined, fraudulent, -, FORBIDDEN",
        "card_declined, merchant_blacklist, -, FORBIDDEN",
        "card_declined, restricted_card, -, FORBIDDEN",
        "card_declined, security_violation, -, FORBIDDEN",
        "card_declined, revocation_of_authorization, -, FORBIDDEN",
        "card_declined, revocation_of_all_authorizations, -, FORBIDDEN",
        "card_declined, stop_payment_order, -, FORBIDDEN",
        "card_declined, card_not_supported, -, FORBIDDEN",
        "card_declined, currency_not_supported, -, FORBIDDEN",
        "card_declined, no_action_taken, -, FORBIDDEN",
        "expired_card, expired_card, do_not_try_again, EXPIRED",
        "expired_card, -, -, EXPIRED",
        "incorrect_cvc, -, -, WRONG_DETAILS",
        "incorrect_cvc, incorrect_cvc, confirm_card_data, WRONG_DETAILS",
        "invalid_cvc, -, -, WRONG_DETAILS",
        "incorrect_number, -, -, WRONG_DETAILS",
        "invalid_number, -, -, WRONG_DETAILS",
        "invalid_expiry_month, -, -, WRONG_DETAILS",
        "invalid_expiry_year, -, -, WRONG_DETAILS",
        "incorrect_zip, -, -, WRONG_DETAILS",
        "processing_error, -, -, PROCESSING",
        "card_declined, processing_error, -, PROCESSING",
        "card_declined, issuer_not_available, -, PROCESSING",
        "card_declined, try_again_later, -, PROCESSING",
        "authentication_required, authentication_required, confirm_card_data, AUTHENTICATION",
        "authentication_required, -, -, AUTHENTICATION",
        "authentication_required, generic_decline, -, AUTHENTICATION",
        "card_declined, authentication_required, -, AUTHENTICATION",
        "payment_intent_authentication_failure, -, -, AUTHENTICATION",
        "payment_intent_authentication_failure, expired_card, -, EXPIRED",
        "something_new, -, -, DECLINED",
        "-, -, -, DECLINED",
        "-, -, do_not_try_again, FORBIDDEN"
      })
  void isReadFromTheGatewaysCodes(
      String code, String declineCode, String advice, DeclineReason reason) {
    assertThat(DeclineReason.of(code, declineCode, advice)).isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource
  void onlySoftOnesAreTriedAgainByThemselves(DeclineReason reason) {
    assertThat(reason.soft()).isEqualTo(SOFT.contains(reason));
  }

  @ParameterizedTest
  @EnumSource
  void theSameCardIsPaidWithWhereThatMayHelp(DeclineReason reason) {
    assertThat(reason.payable())
        .isEqualTo(SOFT.contains(reason) || reason == DeclineReason.AUTHENTICATION);
  }

  @Test
  void anExpiredCardIsNotCalledAProblemOfAuthentication() {
    assertThat(DeclineReason.of("card_declined", "expired_card", null))
        .isEqualTo(DeclineReason.EXPIRED);
  }
}
