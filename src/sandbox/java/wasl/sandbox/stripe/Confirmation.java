package wasl.sandbox.stripe;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;

/** Confirming a payment intent: charge, ask for authentication, or refuse. */
final class Confirmation {
  private static final List<String> OPEN =
      List.of("requires_payment_method", "requires_confirmation", "requires_action");

  private final Challenges challenges;

  Confirmation(Challenges challenges) {
    this.challenges = challenges;
  }

  /**
   * Confirms the intent with the card.
   *
   * @param returnUrl where the cardholder goes after authenticating, or {@code null}
   * @return why the card was refused, or {@code null}
   * @throws ApiError if the intent or the card is in no state for it
   */
  Decline confirm(
      Change change, JsonObject intent, JsonObject method, boolean offSession, String returnUrl) {
    refuseUnlessOpen(intent, "confirm");
    PaymentMethods.refuseIfUsedUp(method);
    String owner = Json.text(method, "customer");
    if (owner != null && !owner.equals(Json.text(intent, "customer"))) {
      throw ApiError.invalid(
          "The customer does not have a payment method with the ID "
              + Json.text(method, "id")
              + ". The payment method must be attached to the customer.",
          "payment_method");
    }
    if (!Issuer.asks(method, offSession)) {
      return settle(change, intent, method, Issuer.verdict(method));
    }
    if (offSession) {
      return settle(change, intent, method, Decline.AUTHENTICATION);
    }
    JsonObject action =
        returnUrl == null
            ? Json.object("type", "use_stripe_sdk", "use_stripe_sdk", new JsonObject())
            : challenges.redirect(change, intent, returnUrl);
    Json.with(
        intent,
        "status",
        "requires_action",
        "payment_method",
        method.get("id"),
        "next_action",
        action);
    change.event("payment_intent.requires_action", intent);
    return null;
  }

  /** Charges, after any authentication, and writes the outcome on the intent. */
  static Decline settle(Change change, JsonObject intent, JsonObject method, Decline decline) {
    JsonObject charge = Charging.take(change, intent, method, decline);
    Json.with(intent, "latest_charge", charge.get("id"), "next_action", null);
    if (decline != null) {
      refuse(change, intent, Refusals.error(decline, method));
      return decline;
    }
    Json.with(
        intent,
        "status",
        "succeeded",
        "amount_received",
        intent.get("amount"),
        "payment_method",
        method.get("id"),
        "last_payment_error",
        null);
    String customer = Json.text(intent, "customer");
    if (customer != null
        && Json.text(intent, "setup_future_usage") != null
        && Json.text(method, "customer") == null) {
      method.addProperty("_set_up", true);
      PaymentMethods.attach(change, method, customer);
    }
    change.event("payment_intent.succeeded", intent);
    return null;
  }

  /** Puts the intent back to wanting a payment method, with the reason. */
  static void refuse(Change change, JsonObject intent, JsonObject error) {
    Json.with(
        intent,
        "status",
        "requires_payment_method",
        "payment_method",
        JsonNull.INSTANCE,
        "next_action",
        null,
        "last_payment_error",
        error);
    change.event("payment_intent.payment_failed", intent);
  }

  static void refuseUnlessOpen(JsonObject intent, String action) {
    String status = Json.text(intent, "status");
    if (!OPEN.contains(status)) {
      String message =
          "You cannot " + action + " this PaymentIntent because it has a status of " + status + ".";
      JsonObject error =
          Json.object(
              "type",
              "invalid_request_error",
              "code",
              "payment_intent_unexpected_state",
              "message",
              message,
              "payment_intent",
              Json.shown(intent));
      throw new ApiError(400, error);
    }
  }
}
