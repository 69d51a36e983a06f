package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/**
 * The bank behind a card: decides by the test card, unless it was told otherwise for this payment
 * method ({@code POST /_sandbox/issuer}), so that a card can fail first and succeed on a retry.
 */
final class Issuer {
  private Issuer() {}

  /**
   * Tells the bank how to decide.
   *
   * @param verdict {@code approve}, or a {@code decline_code}; {@code null} goes back to the card's
   *     own behaviour
   * @param times for how many charges
   */
  static void tell(JsonObject method, String verdict, long times) {
    if (verdict != null && !verdict.equals("approve") && Decline.coded(verdict) == null) {
      throw ApiError.invalid("Unknown verdict: " + verdict, "verdict");
    }
    Json.with(method, "_verdict", verdict, "_times", verdict == null ? 0 : times);
  }

  /** Whether the bank wants the cardholder to authenticate before this charge. */
  static boolean asks(JsonObject method, boolean offSession) {
    return Json.number(method, "_times") == 0
        && PaymentMethods.card(method).asksWhenCharged(offSession, Json.flag(method, "_set_up"));
  }

  /** Why the bank refuses this charge, or {@code null} if it approves. */
  static Decline verdict(JsonObject method) {
    long times = Json.number(method, "_times");
    if (times == 0) {
      return PaymentMethods.card(method).whenCharged;
    }
    method.addProperty("_times", times - 1);
    String verdict = Json.text(method, "_verdict");
    return verdict.equals("approve") ? null : Decline.coded(verdict);
  }
}
