package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.List;

/** {@code /v1/setup_intents}: saving a card for later. */
final class SetupIntents implements Routes.Family {
  private static final List<String> OPEN =
      List.of("requires_payment_method", "requires_confirmation", "requires_action");

  private final Challenges challenges;

  SetupIntents(Challenges challenges) {
    this.challenges = challenges;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/setup_intents", this::create)
        .get(
            "/v1/setup_intents",
            (r, c) ->
                new Listing(r, c, Kind.SETUP_INTENT, "customer", "payment_method").page(r.path()))
        .get("/v1/setup_intents/{id}", (r, c) -> c.load(Kind.SETUP_INTENT, r.id()))
        .post("/v1/setup_intents/{id}", this::update)
        .post("/v1/setup_intents/{id}/confirm", this::confirm)
        .post("/v1/setup_intents/{id}/cancel", this::cancel);
  }

  private JsonObject create(ApiRequest request, Change change) {
    Params params = request.params();
    JsonObject intent = make(change, params.text("customer"), params);
    boolean confirm = params.flag("confirm");
    params.accept("automatic_payment_methods", "payment_method_types", "usage");
    String method = params.text("payment_method");
    if (method != null) {
      Json.with(intent, "payment_method", method, "status", "requires_confirmation");
    }
    return confirm ? confirm(change, intent, params) : intent;
  }

  /** A new intent; {@code params} may carry description and metadata. */
  static JsonObject make(Change change, String customer, Params params) {
    if (customer != null) {
      change.load(Kind.CUSTOMER, customer, "customer");
    }
    JsonObject intent =
        change.create(
            Kind.SETUP_INTENT,
            "application",
            null,
            "automatic_payment_methods",
            null,
            "cancellation_reason",
            null,
            "customer",
            customer,
            "description",
            params.text("description"),
            "flow_directions",
            null,
            "last_setup_error",
            null,
            "latest_attempt",
            null,
            "mandate",
            null,
            "metadata",
            Metadata.from(params),
            "next_action",
            null,
            "on_behalf_of",
            null,
            "payment_method",
            null,
            "payment_method_options",
            new JsonObject(),
            "payment_method_types",
            Json.array("card"),
            "single_use_mandate",
            null,
            "status",
            "requires_payment_method",
            "usage",
            "off_session");
    intent.addProperty("client_secret", Json.text(intent, "id") + "_secret_" + Ids.random(25));
    change.event("setup_intent.created", intent);
    return intent;
  }

  private JsonObject update(ApiRequest request, Change change) {
    JsonObject intent = change.load(Kind.SETUP_INTENT, request.id());
    Metadata.merge(intent.getAsJsonObject("metadata"), request.params());
    return intent;
  }

  private JsonObject confirm(ApiRequest request, Change change) {
    return confirm(change, change.load(Kind.SETUP_INTENT, request.id()), request.params());
  }

  private JsonObject confirm(Change change, JsonObject intent, Params params) {
    refuseUnlessOpen(intent);
    String id = params.text("payment_method", Json.text(intent, "payment_method"));
    JsonObject method = change.load(Kind.PAYMENT_METHOD, id, "payment_method");
    PaymentMethods.refuseIfUsedUp(method);
    String returnUrl = params.text("return_url");
    params.accept("use_stripe_sdk");
    Decline decline = save(change, intent, method);
    if (decline != null) {
      throw Refusals.declined(decline, intent, method);
    }
    if (Json.text(intent, "status").equals("requires_action") && returnUrl != null) {
      Json.with(intent, "next_action", challenges.redirect(change, intent, returnUrl));
    }
    return intent;
  }

  /**
   * Tries to save the card: the intent has succeeded, wants authentication, or wants another card.
   *
   * @return why the card was refused, or {@code null}
   */
  static Decline save(Change change, JsonObject intent, JsonObject method) {
    TestCard card = PaymentMethods.card(method);
    if (card.whenSaved != null) {
      refuse(change, intent, Refusals.error(card.whenSaved, method));
      return card.whenSaved;
    }
    Json.with(intent, "payment_method", method.get("id"), "last_setup_error", null);
    if (card.asksWhenSaved()) {
      Json.with(
          intent,
          "status",
          "requires_action",
          "next_action",
          Json.object("type", "use_stripe_sdk", "use_stripe_sdk", new JsonObject()));
      change.event("setup_intent.requires_action", intent);
    } else {
      succeed(change, intent, method);
    }
    return null;
  }

  static void succeed(Change change, JsonObject intent, JsonObject method) {
    method.addProperty("_set_up", true);
    String customer = Json.text(intent, "customer");
    if (customer != null && Json.text(method, "customer") == null) {
      PaymentMethods.attach(change, method, customer);
    }
    Json.with(intent, "status", "succeeded", "next_action", null, "last_setup_error", null);
    change.event("setup_intent.succeeded", intent);
  }

  static void refuse(Change change, JsonObject intent, JsonObject error) {
    Json.with(
        intent,
        "status",
        "requires_payment_method",
        "payment_method",
        null,
        "next_action",
        null,
        "last_setup_error",
        error);
    change.event("setup_intent.setup_failed", intent);
  }

  private JsonObject cancel(ApiRequest request, Change change) {
    JsonObject intent = change.load(Kind.SETUP_INTENT, request.id());
    refuseUnlessOpen(intent);
    request.params().accept("cancellation_reason");
    Json.with(intent, "status", "canceled", "next_action", null);
    change.event("setup_intent.canceled", intent);
    return intent;
  }

  private static void refuseUnlessOpen(JsonObject intent) {
    String status = Json.text(intent, "status");
    if (!OPEN.contains(status)) {
      throw ApiError.invalid(
          "setup_intent_unexpected_state",
          "This SetupIntent has a status of " + status + " and cannot be changed.",
          null);
    }
  }
}
