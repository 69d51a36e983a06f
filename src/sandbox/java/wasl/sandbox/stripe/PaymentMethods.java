package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;

/**
 * {@code /v1/payment_methods}: cards. The number is not kept, only which test card it is (in {@code
 * _card}) and whether it was set up for charges without the cardholder ({@code _set_up}).
 */
final class PaymentMethods implements Routes.Family {

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/payment_methods", this::create)
        .get("/v1/payment_methods", this::list)
        .get("/v1/payment_methods/{id}", (r, c) -> c.load(Kind.PAYMENT_METHOD, r.id()))
        .post("/v1/payment_methods/{id}", this::update)
        .post("/v1/payment_methods/{id}/attach", this::attach)
        .post("/v1/payment_methods/{id}/detach", this::detach);
  }

  private JsonObject create(ApiRequest request, Change change) {
    Params params = request.params();
    params.oneOf("type", "card");
    Params typed = params.child("card");
    TypedCard card =
        new TypedCard(
            typed.required("number"),
            typed.required("exp_month") + "/" + typed.required("exp_year"),
            typed.text("cvc", "123"));
    card.fault(change.now())
        .ifPresent(
            fault -> {
              throw ApiError.invalid("invalid_number", "The card is not valid: " + fault, "card");
            });
    params.accept("billing_details", "allow_redisplay");
    JsonObject method = make(change, card);
    Metadata.merge(method.getAsJsonObject("metadata"), params);
    return method;
  }

  /** Makes the payment method of a card without faults. */
  static JsonObject make(Change change, TypedCard typed) {
    TestCard card = typed.card().orElseThrow();
    YearMonth expires = typed.expires().orElseThrow();
    JsonObject details =
        Json.object(
            "brand", card.brand,
            "checks",
                Json.object(
                    "address_line1_check", null,
                    "address_postal_code_check", null,
                    "cvc_check", "pass"),
            "country", "US",
            "display_brand", card.brand,
            "exp_month", expires.getMonthValue(),
            "exp_year", expires.getYear(),
            "fingerprint", fingerprint(card.number),
            "funding", card == TestCard.VISA_DEBIT ? "debit" : "credit",
            "generated_from", null,
            "last4", card.last4(),
            "networks", Json.object("available", Json.array(card.brand), "preferred", null),
            "three_d_secure_usage", Json.object("supported", true),
            "wallet", null);
    JsonObject address =
        Json.object(
            "city",
            null,
            "country",
            null,
            "line1",
            null,
            "line2",
            null,
            "postal_code",
            null,
            "state",
            null);
    return change.create(
        Kind.PAYMENT_METHOD,
        "allow_redisplay",
        "unspecified",
        "billing_details",
        Json.object("address", address, "email", null, "name", null, "phone", null),
        "card",
        details,
        "customer",
        null,
        "metadata",
        new JsonObject(),
        "type",
        "card",
        "_card",
        card.name(),
        "_set_up",
        false);
  }

  /** The same card always has the same fingerprint, and no other has it. */
  private static String fingerprint(String number) {
    UUID name = UUID.nameUUIDFromBytes(("wasl " + number).getBytes(StandardCharsets.UTF_8));
    return Long.toString(Math.abs(name.getMostSignificantBits()), 36) + "Wasl";
  }

  private JsonObject list(ApiRequest request, Change change) {
    String customer = request.params().required("customer");
    change.load(Kind.CUSTOMER, customer, "customer");
    return new Listing(request, change, Kind.PAYMENT_METHOD, "type")
        .where("customer", customer)
        .page(request.path());
  }

  private JsonObject update(ApiRequest request, Change change) {
    JsonObject method = change.load(Kind.PAYMENT_METHOD, request.id());
    Metadata.merge(method.getAsJsonObject("metadata"), request.params());
    request.params().accept("billing_details", "card", "allow_redisplay");
    return method;
  }

  private JsonObject attach(ApiRequest request, Change change) {
    JsonObject method = change.load(Kind.PAYMENT_METHOD, request.id());
    String customer = request.params().required("customer");
    change.load(Kind.CUSTOMER, customer, "customer");
    TestCard card = card(method);
    if (card.whenSaved != null) {
      throw Refusals.declined(card.whenSaved, null, method);
    }
    refuseIfUsedUp(method);
    attach(change, method, customer);
    return method;
  }

  static void attach(Change change, JsonObject method, String customer) {
    Json.with(method, "customer", customer);
    change.event("payment_method.attached", method);
  }

  private JsonObject detach(ApiRequest request, Change change) {
    JsonObject method = change.load(Kind.PAYMENT_METHOD, request.id());
    if (Json.text(method, "customer") == null) {
      throw ApiError.invalid(
          "The payment method you provided is not attached to a customer so detachment is"
              + " impossible.",
          null);
    }
    return detach(change, method);
  }

  /** Takes the card from its customer; a detached card can never be used again. */
  static JsonObject detach(Change change, JsonObject method) {
    Json.with(method, "customer", null, "_detached", true);
    change.event("payment_method.detached", method);
    return method;
  }

  static void refuseIfUsedUp(JsonObject method) {
    if (Json.flag(method, "_detached")) {
      throw ApiError.invalid(
          "payment_method_unexpected_state",
          "The provided PaymentMethod was previously used with a PaymentIntent without Customer"
              + " attachment, shared with a connected account without Customer attachment, or was"
              + " detached from a Customer. It may not be used again. To use a PaymentMethod"
              + " multiple times, you must attach it to a Customer first.",
          "payment_method");
    }
  }

  static TestCard card(JsonObject method) {
    return TestCard.valueOf(Json.text(method, "_card"));
  }
}
