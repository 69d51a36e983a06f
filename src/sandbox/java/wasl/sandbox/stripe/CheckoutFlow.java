package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** What happens when a card is typed on the hosted page. */
final class CheckoutFlow {
  private final Challenges challenges;
  private final Confirmation confirmation;

  CheckoutFlow(Challenges challenges, Confirmation confirmation) {
    this.challenges = challenges;
    this.confirmation = confirmation;
  }

  /** Path of the session's card page. */
  static String page(JsonObject session) {
    return "/c/pay/" + Json.text(session, "id");
  }

  /** Where the visitor goes now: back to the shop when all is done, else to the card page. */
  static String next(JsonObject session, String publicUrl) {
    return Json.text(session, "status").equals("complete")
        ? success(session)
        : publicUrl + page(session);
  }

  static String success(JsonObject session) {
    return Json.text(session, "success_url")
        .replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id"));
  }

  /**
   * Takes the card for an open session; for any other, changes nothing.
   *
   * @return the address to go to, or {@code null} if the card was refused: the intent says why
   */
  String submit(Change change, JsonObject session, TypedCard typed) {
    if (!Json.text(session, "status").equals("open")) {
      return page(session);
    }
    JsonObject method = PaymentMethods.make(change, typed);
    boolean setup = Json.text(session, "mode").equals("setup");
    JsonObject intent = setup ? intent(change, session, "setup_intent") : payment(change, session);
    Decline decline =
        setup
            ? SetupIntents.save(change, intent, method)
            : confirmation.confirm(change, intent, method, false, success(session));
    if (decline != null) {
      return null;
    }
    if (Json.text(intent, "status").equals("requires_action")) {
      String id = Json.text(session, "id");
      String address = challenges.open(change, intent, success(session), id);
      return address.substring(address.indexOf("/c/"));
    }
    completeIfPaid(change, session);
    return success(session);
  }

  private static JsonObject intent(Change change, JsonObject session, String field) {
    return change.find(Json.text(session, field));
  }

  /** The session's payment intent, made at the first try, as Stripe does. */
  private static JsonObject payment(Change change, JsonObject session) {
    JsonObject intent = intent(change, session, "payment_intent");
    if (intent == null) {
      String customer = Json.text(session, "customer");
      String form =
          Json.text(session, "_intent") + (customer == null ? "" : "&customer=" + customer);
      intent =
          PaymentIntents.make(
              change,
              Json.number(session, "amount_total"),
              Json.text(session, "currency"),
              Params.parse(form));
      Json.with(session, "payment_intent", intent.get("id"));
    }
    return intent;
  }

  /** Completes the session once its intent has succeeded. */
  static void completeIfPaid(Change change, JsonObject session) {
    boolean setup = Json.text(session, "mode").equals("setup");
    JsonObject intent = intent(change, session, setup ? "setup_intent" : "payment_intent");
    if (!Json.text(intent, "status").equals("succeeded")
        || !Json.text(session, "status").equals("open")) {
      return;
    }
    JsonObject customer = change.find(Json.text(session, "customer"));
    Json.with(
        session,
        "status",
        "complete",
        "payment_status",
        setup ? "no_payment_required" : "paid",
        "url",
        null,
        "customer_details",
        Json.object(
            "address",
            null,
            "email",
            customer == null ? session.get("customer_email") : customer.get("email"),
            "name",
            customer == null ? null : customer.get("name"),
            "phone",
            null,
            "tax_exempt",
            "none",
            "tax_ids",
            null));
    change.event("checkout.session.completed", session);
  }
}
