package wasl.sandbox.stripe;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /v1/payouts}: at each midnight UTC, what is available goes to the bank, one payout for
 * each currency, paid a day later. A balance that is not above zero waits.
 */
final class Payouts implements Routes.Family, Happenings.Family {
  private static final String RUN = "payout.run";
  private static final String PAY = "payout.pay";
  private static final long DAY = Duration.ofDays(1).toSeconds();

  @Override
  public void addTo(Routes routes) {
    routes
        .get("/v1/payouts", (r, c) -> new Listing(r, c, Kind.PAYOUT, "status").page(r.path()))
        .get("/v1/payouts/{id}", (request, change) -> change.load(Kind.PAYOUT, request.id()));
  }

  @Override
  public void addTo(Happenings happenings) {
    happenings.everyMidnight(RUN, (change, id) -> run(change));
    happenings.on(PAY, (change, id) -> pay(change, change.load(Kind.PAYOUT, id)));
  }

  private static void run(Change change) {
    for (String currency : Amounts.SETTLED) {
      payOut(change, currency);
    }
  }

  private static void payOut(Change change, String currency) {
    List<JsonObject> movements = new ArrayList<>();
    long sum = 0;
    for (String id : change.ids(Kind.BALANCE_TRANSACTION, "_waiting", currency).values()) {
      JsonObject movement = change.find(id);
      if (Json.number(movement, "available_on") <= change.now()) {
        movements.add(movement);
        sum += Json.number(movement, "net");
      }
    }
    if (sum <= 0) {
      return;
    }
    JsonObject payout = payout(change, currency, sum);
    movements.add(Balance.paidOut(change, payout));
    Json.with(payout, "balance_transaction", movements.get(movements.size() - 1).get("id"));
    for (JsonObject movement : movements) {
      movement.remove("_waiting");
      Json.with(movement, "status", "available", "_payout", payout.get("id"));
    }
    change.event("payout.created", payout);
    change.laterAt(Json.number(payout, "arrival_date"), PAY, Json.text(payout, "id"));
  }

  private static JsonObject payout(Change change, String currency, long amount) {
    return change.create(
        Kind.PAYOUT,
        "amount",
        amount,
        "arrival_date",
        change.now() + DAY,
        "automatic",
        true,
        "balance_transaction",
        null,
        "currency",
        currency,
        "description",
        "STRIPE PAYOUT",
        "destination",
        null,
        "failure_balance_transaction",
        null,
        "failure_code",
        null,
        "failure_message",
        null,
        "metadata",
        new JsonObject(),
        "method",
        "standard",
        "original_payout",
        null,
        "reconciliation_status",
        "completed",
        "reversed_by",
        null,
        "source_type",
        "card",
        "statement_descriptor",
        null,
        "status",
        "in_transit",
        "type",
        "bank_account");
  }

  /** The bank sends it back, be it paid already; a second time nothing happens. */
  static void fail(Change change, JsonObject payout) {
    if ("failed".equals(Json.text(payout, "status"))) {
      return;
    }
    JsonObject movement = Balance.failedPayout(change, payout);
    Json.with(
        payout,
        "status",
        "failed",
        "failure_code",
        "account_closed",
        "failure_balance_transaction",
        movement.get("id"));
    change.event("payout.failed", payout);
  }

  private static void pay(Change change, JsonObject payout) {
    if ("failed".equals(Json.text(payout, "status"))) {
      return;
    }
    Json.with(payout, "status", "paid");
    change.event("payout.paid", payout);
  }
}
