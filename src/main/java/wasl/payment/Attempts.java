package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/** The attempts in the database. The pledge's row is the lock around them. */
@ApplicationScoped
public class Attempts {

  private static final String SELECT = "SELECT * FROM payment_attempt";

  @Inject private Sql sql;

  void add(Attempt attempt) {
    sql.change(
        "INSERT INTO payment_attempt (id, pledge, listing, number, state, on_session, customer,"
            + " payment_method, amount_minor, tip_minor, currency, started_at, asked, ask_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
        attempt.id(),
        attempt.pledge().value(),
        attempt.listing().value(),
        attempt.number(),
        attempt.state(),
        attempt.onSession(),
        attempt.customer(),
        attempt.paymentMethod(),
        attempt.amount().amountMinor(),
        attempt.tip().amountMinor(),
        attempt.amount().currency(),
        attempt.startedAt(),
        attempt.askAt());
  }

  Optional<Attempt> find(long id) {
    return sql.one(SELECT + " WHERE id = ?", Attempts::read, id);
  }

  /** The attempt as it stands after whoever has just settled it. */
  Optional<Attempt> lock(long id) {
    return sql.one(SELECT + " WHERE id = ? FOR UPDATE", Attempts::read, id);
  }

  Optional<Attempt> last(PledgeId pledge) {
    return sql.one(
        SELECT + " WHERE pledge = ? ORDER BY number DESC LIMIT 1", Attempts::read, pledge.value());
  }

  /**
   * Whether it is the first one with its card, and the card was saved to mend an earlier charge.
   */
  boolean firstOfCardSavedInRepair(Attempt attempt) {
    return sql.number(
            "SELECT COUNT(*) FROM payment_card c JOIN payment_repair r ON r.pledge = c.pledge"
                + " AND r.since < c.saved_at WHERE c.payment_method = ? AND c.pledge = ?"
                + " AND NOT EXISTS (SELECT 1 FROM payment_attempt a WHERE a.pledge = c.pledge"
                + " AND a.payment_method = c.payment_method AND a.number < ?)",
            attempt.paymentMethod(),
            attempt.pledge().value(),
            attempt.number())
        > 0;
  }

  /** The attempt that charged the card. */
  Optional<Attempt> paid(PledgeId pledge) {
    return sql.one(
        SELECT
            + " WHERE pledge = ? AND state = 'PAID' AND NOT EXISTS (SELECT 1 FROM payment_refund r"
            + " WHERE r.attempt = payment_attempt.id AND r.reason = 'DUPLICATE')"
            + " ORDER BY number DESC LIMIT 1",
        Attempts::read,
        pledge.value());
  }

  /** A pledge's attempts, the oldest first. */
  List<Attempt> of(PledgeId pledge) {
    return sql.list(SELECT + " WHERE pledge = ? ORDER BY number", Attempts::read, pledge.value());
  }

  Optional<Attempt> byIntent(String intent) {
    return sql.one(SELECT + " WHERE payment_intent = ?", Attempts::read, intent);
  }

  Optional<Attempt> byCharge(String charge) {
    return sql.one(SELECT + " WHERE charge = ?", Attempts::read, charge);
  }

  /** Attempts about which the gateway is to be asked now. */
  List<Attempt> toAsk(Instant now, int most) {
    return sql.list(
        SELECT + " WHERE ask_at <= ? ORDER BY ask_at LIMIT ?", Attempts::read, now, most);
  }

  Optional<Instant> nextToAsk() {
    return sql.one(
        "SELECT MIN(ask_at) AS due FROM payment_attempt WHERE ask_at IS NOT NULL",
        row -> Sql.instant(row, "due"));
  }

  /** Attempts of which nothing definite is known, the oldest first. */
  List<Attempt> open(int most) {
    return sql.list(
        SELECT + " WHERE ask_at IS NOT NULL ORDER BY started_at LIMIT ?", Attempts::read, most);
  }

  /** The outcome is not known yet: when to ask again. */
  void wait(Attempt attempt, AttemptState state, String intent, Instant askAt) {
    sql.change(
        "UPDATE payment_attempt SET state = ?, payment_intent = COALESCE(?, payment_intent),"
            + " asked = asked + 1, ask_at = ? WHERE id = ?",
        state,
        intent,
        askAt,
        attempt.id());
  }

  /** The question is on its way: when to put it again, should it be lost. */
  void askLater(Attempt attempt, Instant askAt) {
    sql.change(
        "UPDATE payment_attempt SET ask_at = ? WHERE id = ? AND ask_at IS NOT NULL",
        askAt,
        attempt.id());
  }

  void paid(Attempt attempt, ChargeOutcome.Paid paid, Instant now) {
    sql.change(
        "UPDATE payment_attempt SET state = 'PAID', payment_intent = ?, charge = ?, fee_minor = ?,"
            + " settled_at = ?, ask_at = NULL WHERE id = ?",
        paid.intent(),
        paid.charge(),
        paid.fee() == null ? null : paid.fee().amountMinor(),
        now,
        attempt.id());
  }

  void fee(Attempt attempt, Money fee) {
    sql.change(
        "UPDATE payment_attempt SET fee_minor = ? WHERE id = ?", fee.amountMinor(), attempt.id());
  }

  void declined(Attempt attempt, String intent, DeclineReason reason, Instant now) {
    sql.change(
        "UPDATE payment_attempt SET state = 'DECLINED', payment_intent = COALESCE(?,"
            + " payment_intent), reason = ?, settled_at = ?, ask_at = NULL WHERE id = ?",
        intent,
        reason,
        now,
        attempt.id());
  }

  void absent(Attempt attempt, Instant now) {
    sql.change(
        "UPDATE payment_attempt SET state = 'ABSENT', settled_at = ?, ask_at = NULL WHERE id = ?",
        now,
        attempt.id());
  }

  static Attempt read(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    long fee = row.getLong("fee_minor");
    Money known = row.wasNull() ? null : Money.minor(fee, currency);
    String reason = row.getString("reason");
    return new Attempt(
        row.getLong("id"),
        new PledgeId(row.getLong("pledge")),
        new ListingId(row.getLong("listing")),
        row.getInt("number"),
        AttemptState.valueOf(row.getString("state")),
        row.getBoolean("on_session"),
        row.getString("customer"),
        row.getString("payment_method"),
        Money.minor(row.getLong("amount_minor"), currency),
        Money.minor(row.getLong("tip_minor"), currency),
        row.getString("payment_intent"),
        row.getString("charge"),
        known,
        reason == null ? null : DeclineReason.valueOf(reason),
        Sql.instant(row, "started_at"),
        Sql.instant(row, "settled_at"),
        row.getInt("asked"),
        Sql.instant(row, "ask_at"));
  }
}
