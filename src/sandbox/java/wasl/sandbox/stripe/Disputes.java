package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * {@code /v1/disputes}. Opened by its test card soon after the charge; decided, as in Stripe's test
 * mode, by the evidence's {@code uncategorized_text}: {@code winning_evidence} wins, anything else
 * that is submitted loses, and so does silence until {@code due_by} (seven days).
 */
final class Disputes implements Routes.Family, Happenings.Family {
  static final String OPEN = "dispute.open";

  private static final String DECIDE = "dispute.decide";
  private static final String OVERDUE = "dispute.overdue";
  private static final Duration TO_ANSWER = Duration.ofDays(7);

  @Override
  public void addTo(Routes routes) {
    routes
        .get(
            "/v1/disputes",
            (r, c) -> new Listing(r, c, Kind.DISPUTE, "charge", "payment_intent").page(r.path()))
        .get("/v1/disputes/{id}", (request, change) -> change.load(Kind.DISPUTE, request.id()))
        .post("/v1/disputes/{id}", this::update)
        .post("/v1/disputes/{id}/close", this::close);
  }

  @Override
  public void addTo(Happenings happenings) {
    happenings.on(OPEN, (change, id) -> open(change, change.load(Kind.CHARGE, id)));
    happenings.on(DECIDE, (change, id) -> decide(change, change.load(Kind.DISPUTE, id)));
    happenings.on(
        OVERDUE,
        (change, id) -> {
          JsonObject dispute = change.load(Kind.DISPUTE, id);
          if (Json.text(dispute, "status").equals("needs_response")) {
            end(change, dispute, "lost");
          }
        });
  }

  /**
   * The cardholder complains.
   *
   * @return the dispute; {@code null} where nothing is left to dispute
   */
  static JsonObject open(Change change, JsonObject charge) {
    return open(change, charge, Long.MAX_VALUE);
  }

  /** The cardholder complains about at most so much. */
  static JsonObject open(Change change, JsonObject charge, long most) {
    long left =
        Math.min(most, Json.number(charge, "amount") - Json.number(charge, "amount_refunded"));
    boolean none = !"succeeded".equals(Json.text(charge, "status")) || left <= 0;
    if (none || Json.flag(charge, "disputed")) {
      return null; // all of it was given back before the cardholder could complain
    }
    long due = change.now() + TO_ANSWER.toSeconds();
    JsonObject dispute =
        change.create(
            Kind.DISPUTE,
            "amount",
            left,
            "balance_transactions",
            new JsonArray(),
            "charge",
            charge.get("id"),
            "currency",
            charge.get("currency"),
            "evidence",
            new JsonObject(),
            "evidence_details",
            Json.object(
                "due_by", due, "has_evidence", false, "past_due", false, "submission_count", 0),
            "is_charge_refundable",
            false,
            "metadata",
            new JsonObject(),
            "payment_intent",
            charge.get("payment_intent"),
            "payment_method_details",
            Json.object(
                "card",
                Json.object(
                    "brand", "visa", "case_type", "chargeback", "network_reason_code", "10.4"),
                "type",
                "card"),
            "reason",
            "fraudulent",
            "status",
            "needs_response");
    if (charge.get("balance_transaction").isJsonNull()) {
      Balance.book(change, charge);
    }
    book(dispute, Balance.disputed(change, dispute, charge));
    Json.with(charge, "disputed", true);
    change.event("charge.dispute.created", dispute);
    change.event("charge.dispute.funds_withdrawn", dispute);
    change.event("charge.updated", charge);
    change.laterAt(due, OVERDUE, Json.text(dispute, "id"));
    return dispute;
  }

  /**
   * Whether a charge is held by an open dispute: it stays {@code disputed} for ever, but what was
   * won, and what a lost dispute was not about, can be given back.
   */
  static boolean holds(Change change, String charge) {
    return of(change, charge).anyMatch(dispute -> !status(dispute, "won", "lost"));
  }

  /** What of a charge was lost in disputes. */
  static long lost(Change change, String charge) {
    return of(change, charge)
        .filter(dispute -> status(dispute, "lost"))
        .mapToLong(dispute -> Json.number(dispute, "amount"))
        .sum();
  }

  private static Stream<JsonObject> of(Change change, String charge) {
    return change.ids(Kind.DISPUTE, "charge", charge).values().stream().map(change::peek);
  }

  private static boolean status(JsonObject dispute, String... some) {
    return Arrays.asList(some).contains(Json.text(dispute, "status"));
  }

  private static void book(JsonObject dispute, JsonObject movement) {
    dispute.getAsJsonArray("balance_transactions").add(Json.shown(movement));
  }

  private JsonObject update(ApiRequest request, Change change) {
    Params params = request.params();
    JsonObject dispute = change.load(Kind.DISPUTE, request.id());
    refuseUnlessOpen(dispute);
    JsonObject evidence = dispute.getAsJsonObject("evidence");
    params.child("evidence").all().forEach(evidence::addProperty);
    Metadata.merge(dispute.getAsJsonObject("metadata"), params);
    JsonObject details = dispute.getAsJsonObject("evidence_details");
    details.addProperty("has_evidence", evidence.size() > 0);
    if (evidence.size() > 0 && !"false".equals(params.text("submit"))) {
      details.addProperty("submission_count", Json.number(details, "submission_count") + 1);
      Json.with(dispute, "status", "under_review");
      change.later(Charging.LATER, DECIDE, request.id());
    }
    change.event("charge.dispute.updated", dispute);
    return dispute;
  }

  private static void decide(Change change, JsonObject dispute) {
    String text = Json.text(dispute.getAsJsonObject("evidence"), "uncategorized_text");
    decide(change, dispute, "winning_evidence".equals(text));
  }

  /** The cardholder's bank decides; what is decided stays so. */
  static void decide(Change change, JsonObject dispute, boolean won) {
    String status = Json.text(dispute, "status");
    if (!status.equals("needs_response") && !status.equals("under_review")) {
      return;
    }
    if (!won) {
      end(change, dispute, "lost");
      return;
    }
    JsonObject charge = change.load(Kind.CHARGE, Json.text(dispute, "charge"));
    book(dispute, Balance.disputeWon(change, dispute, charge));
    end(change, dispute, "won");
    change.event("charge.dispute.funds_reinstated", dispute);
  }

  private JsonObject close(ApiRequest request, Change change) {
    JsonObject dispute = change.load(Kind.DISPUTE, request.id());
    refuseUnlessOpen(dispute);
    end(change, dispute, "lost");
    return dispute;
  }

  private static void end(Change change, JsonObject dispute, String status) {
    Json.with(dispute, "status", status);
    change.event("charge.dispute.closed", dispute);
  }

  private static void refuseUnlessOpen(JsonObject dispute) {
    if (!Json.text(dispute, "status").equals("needs_response")) {
      throw ApiError.invalid("This dispute is already closed or under review.", null);
    }
  }
}
