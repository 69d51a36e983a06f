package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.util.List;

/** {@code /v1/payment_intents}. */
final class PaymentIntents implements Routes.Family {
  private final Confirmation confirmation;

  PaymentIntents(Confirmation confirmation) {
    this.confirmation = confirmation;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/payment_intents", this::create)
        .get(
            "/v1/payment_intents",
            (r, c) -> new Listing(r, c, Kind.PAYMENT_INTENT, "customer").page(r.path()))
        .get("/v1/payment_intents/{id}", (r, c) -> c.load(Kind.PAYMENT_INTENT, r.id()))
        .post("/v1/payment_intents/{id}", this::update)
        .post("/v1/payment_intents/{id}/confirm", this::confirm)
        .post("/v1/payment_intents/{id}/cancel", this::cancel);
  }

  private JsonObject create(ApiRequest request, Change change) {
    Params params = request.params();
    boolean confirm = params.flag("confirm");
    for (String needsConfirm : List.of("off_session", "return_url")) {
      if (!confirm && params.has(needsConfirm)) {
        throw ApiError.invalid("`" + needsConfirm + "` needs `confirm=true`.", needsConfirm);
      }
    }
    JsonObject intent = make(change, Amounts.charged(params), Amounts.currency(params), params);
    if (confirm) {
      confirm(change, intent, params);
    }
    return intent;
  }

  /** A new intent; {@code params} may carry everything but amount and currency. */
  static JsonObject make(Change change, long amount, String currency, Params params) {
    String customer = params.text("customer");
    if (customer != null) {
      change.load(Kind.CUSTOMER, customer, "customer");
    }
    String method = params.text("payment_method");
    if (method != null) {
      change.load(Kind.PAYMENT_METHOD, method, "payment_method");
    }
    List<String> types = params.list("payment_method_types");
    boolean automatic = types.isEmpty();
    params.child("automatic_payment_methods").accept("enabled", "allow_redirects");
    JsonObject intent =
        change.create(
            Kind.PAYMENT_INTENT,
            "amount",
            amount,
            "amount_capturable",
            0,
            "amount_details",
            Json.object("tip", new JsonObject()),
            "amount_received",
            0,
            "application",
            null,
            "automatic_payment_methods",
            automatic ? Json.object("allow_redirects", "always", "enabled", true) : null,
            "canceled_at",
            null,
            "cancellation_reason",
            null,
            "capture_method",
            captureMethod(params),
            "confirmation_method",
            params.text("confirmation_method", "automatic"),
            "currency",
            currency,
            "customer",
            customer,
            "description",
            params.text("description"),
            "last_payment_error",
            null,
            "latest_charge",
            null,
            "metadata",
            Metadata.from(params),
            "next_action",
            null,
            "payment_method",
            method,
            "payment_method_options",
            new JsonObject(),
            "payment_method_types",
            Json.array("card"),
            "processing",
            null,
            "receipt_email",
            params.text("receipt_email"),
            "setup_future_usage",
            params.oneOf("setup_future_usage", "on_session", "off_session"),
            "shipping",
            null,
            "statement_descriptor",
            null,
            "statement_descriptor_suffix",
            suffix(params),
            "status",
            method == null ? "requires_payment_method" : "requires_confirmation",
            "transfer_group",
            params.text("transfer_group"));
    intent.addProperty("client_secret", Json.text(intent, "id") + "_secret_" + Ids.random(25));
    params.accept("payment_method_options", "use_stripe_sdk");
    change.event("payment_intent.created", intent);
    return intent;
  }

  private static String captureMethod(Params params) {
    String asked = params.oneOf("capture_method", "automatic", "automatic_async");
    return asked == null ? "automatic_async" : asked;
  }

  /** Cards take a suffix only; at most 22 characters, none of {@code <>\'"*}. */
  private static String suffix(Params params) {
    if (params.has("statement_descriptor")) {
      throw ApiError.invalid(
          "`statement_descriptor` is not supported for card payments: use"
              + " `statement_descriptor_suffix`.",
          "statement_descriptor");
    }
    String suffix = params.text("statement_descriptor_suffix");
    if (suffix != null && (suffix.length() > 22 || suffix.matches(".*[<>\\\\'\"*].*"))) {
      throw ApiError.invalid(
          "The statement descriptor suffix has at most 22 characters and none of < > \\ ' \" *.",
          "statement_descriptor_suffix");
    }
    return suffix;
  }

  private JsonObject confirm(ApiRequest request, Change change) {
    JsonObject intent = change.load(Kind.PAYMENT_INTENT, request.id());
    confirm(change, intent, request.params());
    return intent;
  }

  private void confirm(Change change, JsonObject intent, Params params) {
    Confirmation.refuseUnlessOpen(intent, "confirm");
    String methodId = params.text("payment_method", Json.text(intent, "payment_method"));
    if (methodId == null) {
      throw ApiError.invalid(
          "payment_intent_unexpected_state",
          "You cannot confirm this PaymentIntent because it's missing a payment method.",
          "payment_method");
    }
    boolean offSession = params.flag("off_session");
    String returnUrl = params.text("return_url");
    boolean refuseAction = params.flag("error_on_requires_action");
    params.accept("use_stripe_sdk", "mandate", "mandate_data", "receipt_email");
    if (returnUrl == null && !offSession && !intent.get("automatic_payment_methods").isJsonNull()) {
      throw ApiError.invalid(
          "This PaymentIntent is configured to accept payment methods enabled in your Dashboard."
              + " Because some of these payment methods might redirect your customer off of your"
              + " page, you must provide a `return_url`, or set `payment_method_types`.",
          "return_url");
    }
    JsonObject method = change.load(Kind.PAYMENT_METHOD, methodId, "payment_method");
    Decline decline =
        confirmation.confirm(change, intent, method, offSession || refuseAction, returnUrl);
    if (decline != null) {
      throw Refusals.declined(decline, intent, method);
    }
  }

  private JsonObject update(ApiRequest request, Change change) {
    Params params = request.params();
    JsonObject intent = change.load(Kind.PAYMENT_INTENT, request.id());
    if (params.has("amount") || params.has("payment_method")) {
      Confirmation.refuseUnlessOpen(intent, "update");
    }
    if (params.has("amount")) {
      Json.with(intent, "amount", Amounts.charged(params));
    }
    String method = params.text("payment_method");
    if (method != null) {
      change.load(Kind.PAYMENT_METHOD, method, "payment_method");
      Json.with(intent, "payment_method", method, "status", "requires_confirmation");
    }
    if (params.has("description")) {
      Json.with(intent, "description", params.text("description"));
    }
    Metadata.merge(intent.getAsJsonObject("metadata"), params);
    return intent;
  }

  private JsonObject cancel(ApiRequest request, Change change) {
    JsonObject intent = change.load(Kind.PAYMENT_INTENT, request.id());
    Confirmation.refuseUnlessOpen(intent, "cancel");
    String reason =
        request
            .params()
            .oneOf(
                "cancellation_reason",
                "duplicate",
                "fraudulent",
                "requested_by_customer",
                "abandoned");
    Json.with(
        intent,
        "status",
        "canceled",
        "canceled_at",
        change.now(),
        "cancellation_reason",
        reason,
        "next_action",
        null);
    change.event("payment_intent.canceled", intent);
    return intent;
  }
}
