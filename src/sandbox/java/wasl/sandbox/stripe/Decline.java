package wasl.sandbox.stripe;

import java.util.Arrays;

/** Why a card's bank refuses, with Stripe's codes. */
enum Decline {
  GENERIC("card_declined", "generic_decline", "try_again_later", "Your card was declined."),
  INSUFFICIENT_FUNDS(
      "card_declined",
      "insufficient_funds",
      "try_again_later",
      "Your card has insufficient funds."),
  DO_NOT_HONOR("card_declined", "do_not_honor", "try_again_later", "Your card was declined."),
  LOST("card_declined", "lost_card", "do_not_try_again", "Your card was declined."),
  STOLEN("card_declined", "stolen_card", "do_not_try_again", "Your card was declined."),
  FRAUDULENT("card_declined", "fraudulent", "do_not_try_again", "Your card was declined."),
  EXPIRED("expired_card", "expired_card", "do_not_try_again", "Your card has expired."),
  INCORRECT_CVC(
      "incorrect_cvc",
      "incorrect_cvc",
      "confirm_card_data",
      "Your card's security code is incorrect."),
  PROCESSING(
      "processing_error",
      "processing_error",
      "try_again_later",
      "An error occurred while processing your card. Try again in a little bit."),
  AUTHENTICATION(
      "authentication_required",
      "authentication_required",
      "confirm_card_data",
      "Your card was declined. This transaction requires authentication.");

  final String code;
  final String declineCode;
  final String advice;
  final String message;

  Decline(String code, String declineCode, String advice, String message) {
    this.code = code;
    this.declineCode = declineCode;
    this.advice = advice;
    this.message = message;
  }

  /** The decline with Stripe's {@code decline_code}, or {@code null}. */
  static Decline coded(String declineCode) {
    return Arrays.stream(values())
        .filter(decline -> decline.declineCode.equals(declineCode))
        .findFirst()
        .orElse(null);
  }
}
