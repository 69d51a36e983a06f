package wasl.sandbox.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;

/**
 * The account's balance: one balance transaction for each movement.
 *
 * <p>Fees: a charge costs 2.9 % of its amount, rounded half up to the minor unit, plus 30 minor
 * units, in usd and eur alike; refunds cost nothing and give no fee back; a dispute costs 15.00,
 * which is not given back when it is won. Money is available after two days.
 *
 * <p>As with Stripe since 2024, a charge whose capture method is not {@code automatic} gets its
 * balance transaction about a second later, told by {@code charge.updated}.
 */
final class Balance implements Routes.Family, Happenings.Family {
  static final String BOOK = "charge.book";

  private static final long DISPUTE_FEE = 1500;
  private static final Duration UNTIL_AVAILABLE = Duration.ofDays(2);

  @Override
  public void addTo(Routes routes) {
    routes
        .get("/v1/balance", (request, change) -> balance(change))
        .get("/v1/balance_transactions", this::list)
        .get(
            "/v1/balance_transactions/{id}",
            (request, change) -> change.load(Kind.BALANCE_TRANSACTION, request.id()));
  }

  @Override
  public void addTo(Happenings happenings) {
    happenings.on(
        BOOK,
        (change, id) -> {
          JsonObject charge = change.load(Kind.CHARGE, id);
          if (charge.get("balance_transaction").isJsonNull()) {
            book(change, charge);
            change.event("charge.updated", charge);
          }
        });
  }

  /** Fee of a charge, minor units. */
  static long fee(long amount) {
    return (amount * 29 + 500) / 1000 + 30;
  }

  /** Books a charge that succeeded. */
  static void book(Change change, JsonObject charge) {
    long amount = Json.number(charge, "amount");
    JsonObject movement = move(change, "charge", "charge", charge, charge, amount, fee(amount));
    Json.with(charge, "balance_transaction", movement.get("id"));
  }

  static JsonObject refund(Change change, JsonObject refund, JsonObject charge) {
    if (charge.get("balance_transaction").isJsonNull()) {
      book(change, charge);
    }
    return move(change, "refund", "refund", refund, charge, -Json.number(refund, "amount"), 0);
  }

  static JsonObject failedRefund(Change change, JsonObject refund, JsonObject charge) {
    long amount = Json.number(refund, "amount");
    return move(change, "refund_failure", "refund_failure", refund, charge, amount, 0);
  }

  static JsonObject disputed(Change change, JsonObject dispute, JsonObject charge) {
    long amount = -Json.number(dispute, "amount");
    return move(change, "adjustment", "dispute", dispute, charge, amount, DISPUTE_FEE);
  }

  static JsonObject disputeWon(Change change, JsonObject dispute, JsonObject charge) {
    long amount = Json.number(dispute, "amount");
    return move(change, "adjustment", "dispute_reversal", dispute, charge, amount, 0);
  }

  static JsonObject paidOut(Change change, JsonObject payout) {
    return move(change, "payout", "payout", payout, payout, -Json.number(payout, "amount"), 0);
  }

  static JsonObject failedPayout(Change change, JsonObject payout) {
    long amount = Json.number(payout, "amount");
    return move(change, "payout_failure", "payout_reversal", payout, payout, amount, 0);
  }

  static JsonObject toppedUp(Change change, JsonObject topup) {
    return move(change, "topup", "topup", topup, topup, Json.number(topup, "amount"), 0);
  }

  /** The account's own bill, which belongs to no charge. */
  static JsonObject billed(Change change, long amount, String currency) {
    JsonObject bill = Json.object("id", null, "currency", currency, "description", "Stripe bill");
    return move(change, "stripe_fee", "fee", bill, bill, -amount, 0);
  }

  private static JsonObject move(
      Change change,
      String type,
      String category,
      JsonObject source,
      JsonObject charge,
      long amount,
      long fee) {
    JsonArray details = new JsonArray();
    if (fee > 0) {
      details.add(
          Json.object(
              "amount",
              fee,
              "application",
              null,
              "currency",
              charge.get("currency"),
              "description",
              "Stripe processing fees",
              "type",
              "stripe_fee"));
    }
    return change.create(
        Kind.BALANCE_TRANSACTION,
        "amount",
        amount,
        "available_on",
        change.now() + UNTIL_AVAILABLE.toSeconds(),
        "balance_type",
        "payments",
        "currency",
        charge.get("currency"),
        "description",
        charge.get("description"),
        "exchange_rate",
        null,
        "fee",
        fee,
        "fee_details",
        details,
        "net",
        amount - fee,
        "reporting_category",
        category,
        "source",
        source.get("id"),
        "status",
        "pending",
        "type",
        type,
        "_waiting",
        charge.get("currency"));
  }

  private JsonObject list(ApiRequest request, Change change) {
    return new Listing(request, change, Kind.BALANCE_TRANSACTION, "source", "type", "currency")
        .where("_payout", request.params().text("payout"))
        .page(request.path());
  }

  /** What was not paid out yet; movements that were paid out cancel out. */
  private JsonObject balance(Change change) {
    JsonArray available = new JsonArray();
    JsonArray pending = new JsonArray();
    for (String currency : Amounts.SETTLED) {
      long now = 0;
      long soon = 0;
      for (String id : change.ids(Kind.BALANCE_TRANSACTION, "_waiting", currency).values()) {
        JsonObject movement = change.peek(id);
        if (Json.number(movement, "available_on") <= change.now()) {
          now += Json.number(movement, "net");
        } else {
          soon += Json.number(movement, "net");
        }
      }
      available.add(sum(currency, now));
      pending.add(sum(currency, soon));
    }
    return Json.object(
        "object", "balance", "available", available, "livemode", false, "pending", pending);
  }

  private static JsonObject sum(String currency, long amount) {
    return Json.object(
        "amount", amount, "currency", currency, "source_types", Json.object("card", amount));
  }
}
