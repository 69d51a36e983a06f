package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Supplier;

/** {@code /v1/checkout/sessions}: visits to the hosted card page, to save a card or to pay. */
final class CheckoutSessions implements Routes.Family, Happenings.Family {
  private static final String EXPIRE = "session.expire";
  private static final long HOUR = 3600;
  private static final long SLACK = 60;

  /** Stripe's own list: Checkout speaks neither Arabic nor Kurdish. */
  private static final String[] LOCALES =
      ("auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb"
              + " nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW")
          .split(" ");

  private final Supplier<String> publicUrl;

  CheckoutSessions(Supplier<String> publicUrl) {
    this.publicUrl = publicUrl;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/checkout/sessions", this::create)
        .get(
            "/v1/checkout/sessions",
            (r, c) ->
                new Listing(r, c, Kind.CHECKOUT_SESSION, "customer", "payment_intent", "status")
                    .page(r.path()))
        .get("/v1/checkout/sessions/{id}", (r, c) -> c.load(Kind.CHECKOUT_SESSION, r.id()))
        .post("/v1/checkout/sessions/{id}", this::update)
        .post("/v1/checkout/sessions/{id}/expire", this::expire);
  }

  @Override
  public void addTo(Happenings happenings) {
    happenings.on(
        EXPIRE,
        (change, id) -> {
          JsonObject session = change.load(Kind.CHECKOUT_SESSION, id);
          if (Json.text(session, "status").equals("open")) {
            expire(change, session);
          }
        });
  }

  private JsonObject create(ApiRequest request, Change change) {
    Params params = request.params();
    params.required("mode");
    boolean setup = "setup".equals(params.oneOf("mode", "setup", "payment"));
    String customer = params.text("customer");
    if (customer != null) {
      change.load(Kind.CUSTOMER, customer, "customer");
    }
    long expires = expiry(params, change.now());
    JsonObject session =
        change.create(
            Kind.CHECKOUT_SESSION,
            "amount_subtotal",
            null,
            "amount_total",
            null,
            "automatic_tax",
            Json.object("enabled", false, "status", null),
            "cancel_url",
            params.text("cancel_url"),
            "client_reference_id",
            params.text("client_reference_id"),
            "currency",
            null,
            "custom_fields",
            new JsonArray(),
            "custom_text",
            Json.object("shipping_address", null, "submit", null),
            "customer",
            customer,
            "customer_details",
            null,
            "customer_email",
            params.text("customer_email"),
            "expires_at",
            expires,
            "locale",
            params.oneOf("locale", LOCALES),
            "metadata",
            Metadata.from(params),
            "mode",
            setup ? "setup" : "payment",
            "payment_intent",
            null,
            "payment_method_types",
            Json.array("card"),
            "payment_status",
            setup ? "no_payment_required" : "unpaid",
            "setup_intent",
            null,
            "shipping_options",
            new JsonArray(),
            "status",
            "open",
            "success_url",
            params.required("success_url"),
            "ui_mode",
            "hosted_page");
    session.addProperty("url", publicUrl.get() + CheckoutFlow.page(session));
    if (setup) {
      setup(change, session, params);
    } else {
      pay(session, params);
    }
    params.accept("ui_mode", "customer_creation", "submit_type", "payment_method_options");
    params.accept("billing_address_collection", "allow_promotion_codes", "name_collection");
    change.laterAt(expires, EXPIRE, Json.text(session, "id"));
    return session;
  }

  private static long expiry(Params params, long now) {
    Long asked = params.number("expires_at");
    if (asked == null) {
      return now + 24 * HOUR;
    }
    if (asked < now + HOUR / 2 - SLACK || asked > now + 24 * HOUR + SLACK) {
      throw ApiError.invalid(
          "The `expires_at` timestamp must be at least 30 minutes and less than 24 hours from"
              + " Checkout Session creation.",
          "expires_at");
    }
    return asked;
  }

  private static void setup(Change change, JsonObject session, Params params) {
    if (params.list("payment_method_types").isEmpty()) {
      Json.with(session, "currency", Amounts.currency(params));
    }
    params.accept("currency");
    JsonObject intent =
        SetupIntents.make(
            change, Json.text(session, "customer"), params.child("setup_intent_data"));
    Json.with(session, "setup_intent", intent.get("id"));
  }

  private static void pay(JsonObject session, Params params) {
    params.list("payment_method_types");
    List<Params> items = params.child("line_items").children();
    if (items.isEmpty()) {
      throw ApiError.invalid(
          "parameter_missing", "Missing required param: line_items.", "line_items");
    }
    long total = 0;
    String currency = null;
    for (Params item : items) {
      Params price = item.child("price_data");
      currency = Amounts.currency(price);
      price.required("unit_amount");
      Long quantity = item.number("quantity");
      total += price.number("unit_amount") * (quantity == null ? 1 : quantity);
      price.accept("product_data");
    }
    params.accept("currency");
    Params intent = params.child("payment_intent_data");
    Json.with(
        session,
        "amount_subtotal",
        total,
        "amount_total",
        Amounts.charged(total),
        "currency",
        currency,
        "_intent",
        intent.form());
  }

  private JsonObject update(ApiRequest request, Change change) {
    JsonObject session = change.load(Kind.CHECKOUT_SESSION, request.id());
    Metadata.merge(session.getAsJsonObject("metadata"), request.params());
    return session;
  }

  private JsonObject expire(ApiRequest request, Change change) {
    JsonObject session = change.load(Kind.CHECKOUT_SESSION, request.id());
    String status = Json.text(session, "status");
    if (!status.equals("open")) {
      throw ApiError.invalid(
          "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session"
              + " has a status of "
              + status
              + ".",
          null);
    }
    return expire(change, session);
  }

  private static JsonObject expire(Change change, JsonObject session) {
    Json.with(session, "status", "expired", "url", null);
    for (String field : List.of("setup_intent", "payment_intent")) {
      JsonObject intent = change.find(Json.text(session, field));
      if (intent != null) {
        Json.with(intent, "status", "canceled", "next_action", null);
        change.event(Json.text(intent, "object") + ".canceled", intent);
      }
    }
    change.event("checkout.session.expired", session);
    return session;
  }
}
