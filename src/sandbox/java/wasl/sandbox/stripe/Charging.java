package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.time.Duration;

/** One try at a card: makes the charge, succeeded or failed, and what follows from it. */
final class Charging {
  /** How long the sandbox waits before what comes later comes, on its own clock. */
  static final Duration LATER = Duration.ofSeconds(2);

  private Charging() {}

  /** Charges the card; the charge says whether it went well. */
  static JsonObject take(Change change, JsonObject intent, JsonObject method, Decline decline) {
    JsonObject charge = charge(change, intent, method);
    if (decline != null) {
      Json.with(
          charge,
          "paid",
          false,
          "captured",
          false,
          "amount_captured",
          0,
          "status",
          "failed",
          "failure_code",
          decline.code,
          "failure_message",
          decline.message,
          "outcome",
          outcome("issuer_declined", "declined_by_network", decline.declineCode, decline.advice));
      change.event("charge.failed", charge);
      return charge;
    }
    if ("automatic".equals(Json.text(intent, "capture_method"))) {
      Balance.book(change, charge);
    } else {
      change.later(Duration.ofSeconds(1), Balance.BOOK, Json.text(charge, "id"));
    }
    change.event("charge.succeeded", charge);
    if (PaymentMethods.card(method).aftermath == TestCard.Aftermath.DISPUTE) {
      change.later(LATER, Disputes.OPEN, Json.text(charge, "id"));
    }
    return charge;
  }

  private static JsonObject charge(Change change, JsonObject intent, JsonObject method) {
    JsonObject card = method.getAsJsonObject("card").deepCopy();
    card.remove("display_brand");
    card.remove("generated_from");
    Json.with(card, "network", card.get("brand"), "installments", null, "three_d_secure", null);
    return change.create(
        Kind.CHARGE,
        "amount",
        intent.get("amount"),
        "amount_captured",
        intent.get("amount"),
        "amount_refunded",
        0,
        "application",
        null,
        "balance_transaction",
        null,
        "billing_details",
        method.get("billing_details"),
        "calculated_statement_descriptor",
        "WASL",
        "captured",
        true,
        "currency",
        intent.get("currency"),
        "customer",
        intent.get("customer"),
        "description",
        intent.get("description"),
        "disputed",
        false,
        "failure_balance_transaction",
        null,
        "failure_code",
        null,
        "failure_message",
        null,
        "fraud_details",
        new JsonObject(),
        "metadata",
        intent.get("metadata").deepCopy(),
        "outcome",
        outcome("authorized", "approved_by_network", null, null),
        "paid",
        true,
        "payment_intent",
        intent.get("id"),
        "payment_method",
        method.get("id"),
        "payment_method_details",
        Json.object("card", card, "type", "card"),
        "receipt_email",
        intent.get("receipt_email"),
        "receipt_url",
        null,
        "refunded",
        false,
        "statement_descriptor",
        intent.get("statement_descriptor"),
        "statement_descriptor_suffix",
        intent.get("statement_descriptor_suffix"),
        "status",
        "succeeded");
  }

  private static JsonObject outcome(String type, String network, String reason, String advice) {
    return Json.object(
        "advice_code", advice,
        "network_status", network,
        "reason", reason,
        "risk_level", "normal",
        "seller_message", reason == null ? "Payment complete." : "The bank declined the payment.",
        "type", type);
  }
}
