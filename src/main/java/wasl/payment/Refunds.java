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

/**
 * The refunds in the database. Longer than others since refunds are asked for by pledge, listing,
 * attempt and state.
 */
@ApplicationScoped
public class Refunds {

  private static final String SELECT = "SELECT * FROM payment_refund";

  /** What became of a failed one that was paid by bank transfer. */
  static final String PAID = "PAID";

  private static final Duration FIRST_ASK = Duration.ofMinutes(2);

  @Inject private Sql sql;
  @Inject private Pledges pledges;
  @Inject private Event<DomainEvent> events;

  /**
   * How much of a charge.
   *
   * @param amount of the pledge
   * @param tip of the tip
   */
  record Part(Money amount, Money tip) {
    Money total() {
      return amount.plus(tip);
    }

    boolean isNone() {
      return amount.isZero() && tip.isZero();
    }

    /** So much of this part, amount and tip in proportion. */
    Part of(Money total) {
      List<Money> split = total.split(List.of(amount.amountMinor(), tip.amountMinor()));
      return new Part(split.get(0), split.get(1));
    }

    /** At most so much of this part, of the amount first. */
    Part first(Money total) {
      Money ofAmount = amount.least(total);
      return new Part(ofAmount, tip.least(total.minus(ofAmount)));
    }

    /** At most so much of either. */
    Part least(Part most) {
      return new Part(amount.least(most.amount), tip.least(most.tip));
    }
  }

  /**
   * Begins to give back all of an attempt that has not been given back, in the caller's
   * transaction. A duplicate's refund is no concern of the pledge, which another attempt pays for.
   */
  void begin(Pledge pledge, Attempt paid, RefundReason reason, Instant now) {
    begin(pledge, paid, reason, left(paid), true, null, now);
  }

  /**
   * Begins to give back a part.
   *
   * @param whole whether nothing of the pledge is left afterwards, so that the pledge goes with it
   * @param request the officers' decision behind it; null where a rule asks for it
   */
  void begin(
      Pledge pledge,
      Attempt paid,
      RefundReason reason,
      Part part,
      boolean whole,
      Long request,
      Instant now) {
    if (part.isNone()) {
      return;
    }
    if (whole && reason != RefundReason.DUPLICATE && pledge.state() == PledgeState.COLLECTED) {
      pledge.askRefund(now);
      pledges.save(pledge);
    }
    add(paid, reason, part, whole, null, request, now);
  }

  /**
   * Tries a failed refund again, in the caller's transaction: out of the refunds payable where the
   * gateway had taken it, else anew.
   */
  void again(Pledge pledge, Refund failed, Attempt paid, Instant now) {
    resolve(failed, "RETRIED");
    Part part = new Part(failed.amount(), failed.tip());
    // what was a part when it failed may be all that is left since
    boolean whole = failed.whole() || !failed.owed() && part.total().equals(left(paid).total());
    if (whole && ofPledge(failed) && pledge.state() == PledgeState.COLLECTED) {
      pledge.askRefund(now);
      pledges.save(pledge);
    }
    // one that the gateway never took repeats what it was to repeat itself
    Long retryOf = failed.gatewayRefund() == null ? failed.retryOf() : Long.valueOf(failed.id());
    add(paid, failed.reason(), part, whole, retryOf, null, now);
  }

  private void add(
      Attempt paid,
      RefundReason reason,
      Part part,
      boolean whole,
      Long retryOf,
      Long request,
      Instant now) {
    events.fire(
        new PaymentEvent.RefundDue(insert(paid, reason, part, whole, retryOf, request, now)));
  }

  private long insert(
      Attempt paid,
      RefundReason reason,
      Part part,
      boolean whole,
      Long retryOf,
      Long request,
      Instant now) {
    long id = Ids.next();
    sql.change(
        "INSERT INTO payment_refund (id, pledge, listing, attempt, state, reason, amount_minor,"
            + " tip_minor, currency, whole, retry_of, request, asked_at, ask_at)"
            + " VALUES (?, ?, ?, ?, 'STARTED', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        paid.pledge().value(),
        paid.listing().value(),
        paid.id(),
        reason,
        part.amount().amountMinor(),
        part.tip().amountMinor(),
        paid.amount().currency(),
        whole,
        retryOf,
        request,
        now,
        now.plus(FIRST_ASK));
    return id;
  }

  /** Whether it gives back what pays for the pledge. */
  static boolean ofPledge(Refund refund) {
    return refund.reason() != RefundReason.DUPLICATE;
  }

  /** What of a charge has neither been given back nor is on its way, owed or lost in disputes. */
  Part left(Attempt paid) {
    return less(
        paid,
        "SELECT "
            + gone("amount_minor", "lost_minor")
            + ", "
            + gone("tip_minor", "lost_tip_minor")
            + " FROM payment_attempt a WHERE a.id = ?");
  }

  private static String gone(String refunded, String lost) {
    return "(SELECT COALESCE(SUM("
        + refunded
        + "), 0) FROM payment_refund WHERE attempt = a.id AND retry_of IS NULL"
        + " AND (state <> 'FAILED' OR gateway_refund IS NOT NULL))"
        + " + (SELECT COALESCE(SUM("
        + lost
        + "), 0) FROM payment_dispute WHERE attempt = a.id)";
  }

  /**
   * What of a charge still lies with the listing, by what was taken out for it: the rest there is
   * other people's.
   */
  Part lying(Attempt paid) {
    return less(
        paid,
        "SELECT (SELECT COALESCE(SUM(escrow_minor), 0) FROM payment_refund WHERE attempt = a.id)"
            + " + (SELECT COALESCE(SUM(escrow_minor), 0) FROM payment_dispute WHERE attempt = a.id),"
            + " (SELECT COALESCE(SUM(tips_minor), 0) FROM payment_refund WHERE attempt = a.id)"
            + " + (SELECT COALESCE(SUM(tips_minor), 0) FROM payment_dispute WHERE attempt = a.id)"
            + " FROM payment_attempt a WHERE a.id = ?");
  }

  private Part less(Attempt paid, String taken) {
    Currency currency = paid.amount().currency();
    Part gone =
        sql.one(
                taken,
                row ->
                    new Part(
                        Money.minor(row.getLong(1), currency),
                        Money.minor(row.getLong(2), currency)),
                paid.id())
            .orElseThrow();
    return new Part(paid.amount().minus(gone.amount()), paid.tip().minus(gone.tip()));
  }

  /** Refunds of a listing that were begun and that the gateway has not taken yet. */
  Part underWay(ListingId listing, Currency currency) {
    return sql.one(
            "SELECT COALESCE(SUM(amount_minor), 0), COALESCE(SUM(tip_minor), 0)"
                + " FROM payment_refund WHERE listing = ? AND state = 'STARTED'"
                + " AND retry_of IS NULL",
            row ->
                new Part(
                    Money.minor(row.getLong(1), currency), Money.minor(row.getLong(2), currency)),
            listing.value())
        .orElseThrow();
  }

  /** Failed refunds of a charge that nobody has settled yet, the oldest first. */
  List<Refund> unresolved(Attempt paid) {
    return sql.list(
        SELECT + " WHERE attempt = ? AND state = 'FAILED' AND resolved IS NULL ORDER BY id",
        Refunds::read,
        paid.id());
  }

  /** Its money has reached the investor by bank transfer. */
  void paidOtherwise(Refund failed, Instant now) {
    sql.change(
        "UPDATE payment_refund SET resolved = ?, done_at = ? WHERE id = ?", PAID, now, failed.id());
  }

  /** Whether its bank transfer waits for another officer; read under its lock. */
  boolean transferAsked(Refund failed) {
    return sql.number(
            "SELECT COUNT(*) FROM payment_refund WHERE id = ? AND transfer_asked", failed.id())
        > 0;
  }

  void transferAsked(long refund, boolean asked) {
    sql.change("UPDATE payment_refund SET transfer_asked = ? WHERE id = ?", asked, refund);
  }

  void resolve(Refund failed, String how) {
    sql.change("UPDATE payment_refund SET resolved = ? WHERE id = ?", how, failed.id());
  }

  /**
   * A lost dispute has paid out so much of what a failed refund left owing; the rest stays owing by
   * a row of its own, as a second try that the gateway did not take.
   */
  void chargedBack(Refund failed, Attempt paid, Money by, Instant now) {
    resolve(failed, "CHARGED_BACK");
    Part rest = new Part(failed.amount(), failed.tip()).of(failed.total().minus(by));
    if (!rest.isNone()) {
      long id = insert(paid, failed.reason(), rest, failed.whole(), failed.id(), null, now);
      sql.change(
          "UPDATE payment_refund SET state = 'FAILED', failed_at = ?, ask_at = NULL WHERE id = ?",
          now,
          id);
    }
  }

  /** Whether so much of the charge is left that a refund which the gateway never took can be. */
  boolean fits(Refund failed, Attempt paid) {
    Part left = left(paid);
    return !failed.amount().isMoreThan(left.amount()) && !failed.tip().isMoreThan(left.tip());
  }

  /** From where a refund's money was taken. */
  void taken(Refund refund, Money escrow, Money tips, Money loss) {
    sql.change(
        "UPDATE payment_refund SET escrow_minor = ?, tips_minor = ?, loss_minor = ? WHERE id = ?",
        escrow.amountMinor(),
        tips.amountMinor(),
        loss.amountMinor(),
        refund.id());
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

  /** The gateway's balance is too small: told again at that time, under another key. */
  void awaitTopUp(Refund refund, Instant now, Instant askAt) {
    sql.change(
        "UPDATE payment_refund SET waits = waits + 1, waits_since = COALESCE(waits_since, ?),"
            + " ask_at = ? WHERE id = ? AND state = 'STARTED' AND waits = ?",
        now,
        askAt,
        refund.id(),
        refund.waits());
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
    long retried = row.getLong("retry_of");
    return new Refund(
        row.getLong("id"),
        new PledgeId(row.getLong("pledge")),
        new ListingId(row.getLong("listing")),
        row.getLong("attempt"),
        RefundState.valueOf(row.getString("state")),
        RefundReason.valueOf(row.getString("reason")),
        Money.minor(row.getLong("amount_minor"), currency),
        Money.minor(row.getLong("tip_minor"), currency),
        row.getBoolean("whole"),
        retried == 0 ? null : retried,
        row.getString("resolved"),
        row.getString("gateway_refund"),
        row.getInt("waits"),
        Sql.instant(row, "asked_at"),
        Sql.instant(row, "ask_at"));
  }
}
