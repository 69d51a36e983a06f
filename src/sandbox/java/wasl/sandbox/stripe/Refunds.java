package wasl.sandbox.stripe;

import com.google.gson.JsonObject;

/** {@code /v1/refunds}, whole and partial; two test cards let them succeed or fail later. */
final class Refunds implements Routes.Family, Happenings.Family {
  private static final String SUCCEED = "refund.succeed";
  private static final String FAIL = "refund.fail";

  private final Misbehaviour misbehaviour;

  Refunds(Misbehaviour misbehaviour) {
    this.misbehaviour = misbehaviour;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post("/v1/refunds", this::create)
        .get(
            "/v1/refunds",
            (r, c) -> new Listing(r, c, Kind.REFUND, "charge", "payment_intent").page(r.path()))
        .get("/v1/refunds/{id}", (request, change) -> change.load(Kind.REFUND, request.id()))
        .post("/v1/refunds/{id}", this::update);
  }

  @Override
  public void addTo(Happenings happenings) {
    happenings.on(SUCCEED, (change, id) -> succeed(change, change.load(Kind.REFUND, id)));
    happenings.on(FAIL, (change, id) -> fail(change, change.load(Kind.REFUND, id)));
  }

  private JsonObject create(ApiRequest request, Change change) {
    Params params = request.params();
    JsonObject charge = charge(change, params);
    long left = Json.number(charge, "amount_captured") - Json.number(charge, "amount_refunded");
    long amount = params.has("amount") ? params.number("amount") : left;
    refuse(change, charge, amount, left);
    TestCard card = PaymentMethods.card(change.find(Json.text(charge, "payment_method")));
    Misbehaviour.Refunding told = misbehaviour.nextRefund();
    if (told == Misbehaviour.Refunding.SHORT) {
      throw ApiError.invalid(
          "balance_insufficient",
          "Insufficient funds in your Stripe balance to refund this.",
          null);
    }
    boolean pending =
        told == Misbehaviour.Refunding.PENDING || card.aftermath == TestCard.Aftermath.REFUND_LATER;
    boolean fails =
        told == Misbehaviour.Refunding.FAIL || card.aftermath == TestCard.Aftermath.REFUND_FAILS;
    JsonObject refund =
        change.create(
            Kind.REFUND,
            "amount",
            amount,
            "balance_transaction",
            null,
            "charge",
            charge.get("id"),
            "currency",
            charge.get("currency"),
            "destination_details",
            Json.object("type", "card"),
            "metadata",
            Metadata.from(params),
            "payment_intent",
            charge.get("payment_intent"),
            "reason",
            params.oneOf("reason", "duplicate", "fraudulent", "requested_by_customer"),
            "receipt_number",
            null,
            "source_transfer_reversal",
            null,
            "status",
            pending ? "pending" : "succeeded",
            "transfer_reversal",
            null);
    JsonObject movement = Balance.refund(change, refund, charge);
    Json.with(refund, "balance_transaction", movement.get("id"));
    refunded(charge, amount);
    change.event("refund.created", refund);
    change.event("charge.refunded", charge);
    if (pending) {
      change.later(Charging.LATER, SUCCEED, Json.text(refund, "id"));
    } else if (fails) {
      change.later(Charging.LATER, FAIL, Json.text(refund, "id"));
    }
    return refund;
  }

  private static JsonObject charge(Change change, Params params) {
    String id = params.text("charge");
    String intentId = params.text("payment_intent");
    if (id == null && intentId == null) {
      throw ApiError.invalid(
          "parameter_missing",
          "One of the following params should be provided: charge," + " payment_intent.",
          "charge");
    }
    if (id == null) {
      JsonObject intent = change.load(Kind.PAYMENT_INTENT, intentId, "payment_intent");
      id = Json.text(intent, "latest_charge");
      if (!Json.text(intent, "status").equals("succeeded")) {
        throw ApiError.invalid(
            "This PaymentIntent (" + intentId + ") does not have a successful charge to refund.",
            "payment_intent");
      }
    }
    return change.load(Kind.CHARGE, id, "charge");
  }

  private static void refuse(Change change, JsonObject charge, long amount, long left) {
    String id = Json.text(charge, "id");
    if (Disputes.holds(change, id)
        || Disputes.lost(change, id) > 0 && left <= Disputes.lost(change, id)) {
      throw ApiError.invalid(
          "charge_disputed",
          "Charge " + id + " has been charged back; cannot issue a refund.",
          null);
    }
    if (!Json.text(charge, "status").equals("succeeded")) {
      throw ApiError.invalid(
          "Charge " + id + " did not succeed; there is nothing to refund.", null);
    }
    if (left == 0) {
      throw ApiError.invalid(
          "charge_already_refunded", "Charge " + id + " has already been refunded.", null);
    }
    if (amount < 1 || amount > left - Disputes.lost(change, id)) {
      throw ApiError.invalid(
          "Refund amount ("
              + amount
              + ") is not between 1 and what is left of the charge ("
              + left
              + ").",
          "amount");
    }
  }

  private static void refunded(JsonObject charge, long amount) {
    long refunded = Json.number(charge, "amount_refunded") + amount;
    Json.with(
        charge,
        "amount_refunded",
        refunded,
        "refunded",
        refunded == Json.number(charge, "amount_captured"));
  }

  private static void succeed(Change change, JsonObject refund) {
    if (!"pending".equals(Json.text(refund, "status"))) {
      return; // somebody let it fail meanwhile
    }
    Json.with(refund, "status", "succeeded");
    change.event("refund.updated", refund);
    change.event("charge.refund.updated", refund);
  }

  /** The bank sends the money back; a second time nothing happens. */
  static void fail(Change change, JsonObject refund) {
    if ("failed".equals(Json.text(refund, "status"))) {
      return;
    }
    JsonObject charge = change.load(Kind.CHARGE, Json.text(refund, "charge"));
    JsonObject movement = Balance.failedRefund(change, refund, charge);
    Json.with(
        refund,
        "status",
        "failed",
        "failure_reason",
        "unknown",
        "failure_balance_transaction",
        movement.get("id"));
    refunded(charge, -Json.number(refund, "amount"));
    change.event("refund.failed", refund);
    change.event("refund.updated", refund);
    change.event("charge.refund.updated", refund);
  }

  private JsonObject update(ApiRequest request, Change change) {
    JsonObject refund = change.load(Kind.REFUND, request.id());
    Metadata.merge(refund.getAsJsonObject("metadata"), request.params());
    change.event("refund.updated", refund);
    return refund;
  }
}
