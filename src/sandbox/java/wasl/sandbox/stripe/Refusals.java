package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** The {@code card_error} of a declined card, with everything that Stripe puts in it. */
final class Refusals {
  private Refusals() {}

  /**
   * The refusal as an answer, 402.
   *
   * @param intent the PaymentIntent or SetupIntent in its new state, or {@code null}
   */
  static ApiError declined(Decline decline, JsonObject intent, JsonObject method) {
    JsonObject error = error(decline, method);
    if (intent != null) {
      String latestCharge = Json.text(intent, "latest_charge");
      if (latestCharge != null) {
        error.addProperty("charge", latestCharge);
      }
      error.add(Json.text(intent, "object"), Json.shown(intent));
    }
    return new ApiError(402, error);
  }

  /** The refusal as it stands in {@code last_payment_error} and {@code last_setup_error}. */
  static JsonObject error(Decline decline, JsonObject method) {
    return Json.object(
        "type", "card_error",
        "code", decline.code,
        "decline_code", decline.declineCode,
        "advice_code", decline.advice,
        "doc_url", "https://stripe.com/docs/error-codes/" + decline.code.replace('_', '-'),
        "message", decline.message,
        "payment_method", Json.shown(method));
  }

  /** What is kept when the cardholder does not pass the 3-D Secure page. */
  static JsonObject notAuthenticated(String code, JsonObject method) {
    return Json.object(
        "type",
        "invalid_request_error",
        "code",
        code,
        "doc_url",
        "https://stripe.com/docs/error-codes/" + code.replace('_', '-'),
        "message",
        "The provided PaymentMethod has failed authentication. You can provide"
            + " payment_method_data or a new PaymentMethod to attempt to fulfill this"
            + " PaymentIntent again.",
        "payment_method",
        Json.shown(method));
  }
}
