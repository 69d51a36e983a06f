package wasl.payment;

import java.util.Set;

/**
 * Why a charge did not succeed, as far as the bank tells; each has its words in the texts. Codes:
 * Stripe's list of decline codes.
 */
public enum DeclineReason {
  INSUFFICIENT_FUNDS(true),
  /** The bank gives no reason, or asks to try later. */
  DECLINED(true),
  /** A fault on the way. */
  PROCESSING(true),
  EXPIRED(false),
  WRONG_DETAILS(false),
  LOST_OR_STOLEN(false),
  /** The bank forbids to try again. */
  FORBIDDEN(false),
  /** The bank wants its customer to confirm the payment. */
  AUTHENTICATION(false),
  /** The card is no longer saved at the gateway. */
  CARD_GONE(false),
  /** The listing was stopped before the card was charged. */
  STOPPED(false);

  private static final Set<String> LOST = Set.of("lost_card", "stolen_card", "pickup_card");

  private static final Set<String> WRONG =
      Set.of(
          "incorrect_cvc",
          "invalid_cvc",
          "incorrect_number",
          "invalid_number",
          "invalid_expiry_month",
          "invalid_expiry_year",
          "incorrect_zip");

  private static final Set<String> NEVER =
      Set.of(
          "fraudulent",
          "merchant_blacklist",
          "restricted_card",
          "security_violation",
          "revocation_of_authorization",
          "revocation_of_all_authorizations",
          "stop_payment_order",
          "card_not_supported",
          "currency_not_supported",
          "no_action_taken");

  private final boolean soft;

  DeclineReason(boolean soft) {
    this.soft = soft;
  }

  /** Whether paying now with the same card may help. */
  public boolean payable() {
    return soft || this == AUTHENTICATION;
  }

  /** Whether the same card may be tried again by itself. */
  public boolean soft() {
    return soft;
  }

  /**
   * The reason behind the gateway's codes.
   *
   * @param advice what the bank advises about trying again; null where it does not
   */
  static DeclineReason of(String code, String declineCode, String advice) {
    String why = declineCode == null ? String.valueOf(code) : declineCode;
    if (why.equals("expired_card") || "expired_card".equals(code)) {
      return EXPIRED;
    }
    if (why.equals("authentication_required")
        || "authentication_required".equals(code)
        || "payment_intent_authentication_failure".equals(code)) {
      return AUTHENTICATION;
    }
    if (WRONG.contains(why)) {
      return WRONG_DETAILS;
    }
    if (LOST.contains(why)) {
      return LOST_OR_STOLEN;
    }
    if (NEVER.contains(why) || "do_not_try_again".equals(advice)) {
      return FORBIDDEN;
    }
    return switch (why) {
      case "insufficient_funds" -> INSUFFICIENT_FUNDS;
      case "processing_error", "issuer_not_available", "try_again_later" -> PROCESSING;
      default -> DECLINED;
    };
  }
}
