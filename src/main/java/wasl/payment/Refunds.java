package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** The refunds in the database. */
@ApplicationScoped
public class Refunds {

  private static final String SELECT = "SELECT * FROM payment_refund";
  private static final Duration FIRST_ASK = Duration.ofMinutes(2);

  @Inject private Sql sql;
  @Inject private Pledges pledges;
  @Inject private Event<DomainEvent> events;

  /**
   * Begins to give back all that a pledge's attempt has charged, in the caller's transaction. A
   * duplicate's refund is no concern of the pledge, which another attempt pays for.
   */
  void begin(Pledge pledge, Attempt paid, RefundReason reason, Instant now) {
    long id = Ids.next();
    if (reason != RefundReason.DUPLICATE && pledge.state() == PledgeState.COLLECTED) {
      pledge.askRefund(now);
      pledges.save(pledge);
    }
    sql.change(
        "INSERT INTO payment_refund (id, pledge, listing, attempt, state, reason, amount_minor,"
            + " tip_minor, currency, asked_at, ask_at)"
            + " VALUES (?, ?, ?, ?, 'STARTED', ?, ?, ?, ?, ?, ?)",
        id,
        paid.pledge().value(),
        paid.listing().value(),
        paid.id(),
        reason,
        paid.amount().amountMinor(),
        paid.tip().amountMinor(),
        paid.amount().currency(),
        now,
        now.plus(FIRST_ASK));
    events.fire(new PaymentEvent.RefundDue(id));
  }

  /** Whether an attempt's money has left for its card, and not come back. */
  boolean givenBack(Attempt attempt) {
    return sql.number(
            "SELECT COUNT(*) FROM payment_refund WHERE attempt = ? AND state IN ('PENDING', 'DONE')",
            attempt.id())
        > 0;
  }

  Optional<Refund> find(long id) {
    return sql.one(SELECT + " WHERE id = ?", Refunds::read, id);
  }

  Optional<Refund> lock(long id) {
    return sql.one(SELECT + " WHERE id = ? FOR UPDATE", Refunds::read, id);
  }

  Optional<Refund> byGateway(String refund) {
    return sql.one(SELECT + " WHERE gateway_refund = ?", Refunds::read, refund);
  }

  List<Refund> toAsk(Instant now, int most) {
    return sql.list(
        SELECT + " WHERE ask_at <= ? ORDER BY ask_at LIMIT ?", Refunds::read, now, most);
  }

  Optional<Instant> nextToAsk() {
    return sql.one(
        "SELECT MIN(ask_at) AS due FROM payment_refund WHERE ask_at IS NOT NULL",
        row -> Sql.instant(row, "due"));
  }

  void askLater(Refund refund, Instant askAt) {
    sql.change(
        "UPDATE payment_refund SET ask_at = ? WHERE id = ? AND ask_at IS NOT NULL",
        askAt,
        refund.id());
  }

  void move(Refund refund, RefundState state, String gatewayRefund, Instant now) {
    sql.change(
        "UPDATE payment_refund SET state = ?, gateway_refund = COALESCE(?, gateway_refund),"
            + " done_at = IF(? = 'DONE', ?, done_at), failed_at = IF(? = 'FAILED', ?, failed_at),"
            + " ask_at = IF(? = 'PENDING', ?, NULL) WHERE id = ?",
        state,
        gatewayRefund,
        state,
        now,
        state,
        now,
        state,
        now.plus(Duration.ofDays(1)),
        refund.id());
  }

  private static Refund read(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    return new Refund(
        row.getLong("id"),
        new PledgeId(row.getLong("pledge")),
        new ListingId(row.getLong("listing")),
        row.getLong("attempt"),
        RefundState.valueOf(row.getString("state")),
        RefundReason.valueOf(row.getString("reason")),
        Money.minor(row.getLong("amount_minor"), currency),
        Money.minor(row.getLong("tip_minor"), currency),
        row.getString("gateway_refund"),
        Sql.instant(row, "asked_at"),
        Sql.instant(row, "ask_at"));
  }
}
