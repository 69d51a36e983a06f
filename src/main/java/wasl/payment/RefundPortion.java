package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Ledger;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Sql;

/**
 * One portion of a refund run: what was collected goes back, what is in repair is dropped, what was
 * to be charged and has not been is let go. An attempt that is unclear settles by itself, and a
 * success is refunded then.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RefundPortion {

  private static final int PORTION = 50;

  @Inject private Pledges pledges;
  @Inject private Attempts attempts;
  @Inject private Refunds refunds;
  @Inject private Repairs repairs;
  @Inject private Ledger ledger;
  @Inject private Sql sql;
  @Inject private Clock clock;

  public record Command(Actor by, RefundRuns.Run run) {}

  /**
   * Begins the refunds of a portion, or closes the run where none is left.
   *
   * @return how many pieces of work were done
   */
  public int handle(Command command) {
    Instant now = clock.instant();
    RefundRuns.Run run = command.run();
    List<PledgeId> left =
        sql.list(
            "SELECT p.id FROM pledge p WHERE p.listing = ? AND (p.state = 'REPAIR'"
                + " OR p.state = 'COLLECTED' AND NOT EXISTS (SELECT 1 FROM payment_refund r"
                + " WHERE r.pledge = p.id AND r.state = 'FAILED')"
                + " OR p.state = 'CHARGING' AND NOT EXISTS (SELECT 1 FROM payment_attempt a"
                + " WHERE a.pledge = p.id AND a.ask_at IS NOT NULL)) ORDER BY p.id LIMIT ?",
            row -> new PledgeId(row.getLong(1)),
            run.listing().value(),
            PORTION);
    if (left.isEmpty()) {
      sql.change("UPDATE payment_refund_run SET done_at = ? WHERE id = ?", now, run.id());
      return 1;
    }
    long led = left.stream().filter(id -> lead(id, run.reason(), now)).count();
    if (led == 0) {
      // nothing lies there any more that could go back
      sql.change("UPDATE payment_refund_run SET done_at = ? WHERE id = ?", now, run.id());
    }
    return left.size();
  }

  /** Whether anything came of it. */
  private boolean lead(PledgeId id, RefundReason reason, Instant now) {
    Pledge pledge = pledges.lock(id);
    Optional<Attempt> last = attempts.last(id);
    switch (pledge.state()) {
      case COLLECTED -> giveBack(pledge, attempts.paid(id).orElseThrow(), reason, now);
      case CHARGING -> {
        if (last.isEmpty() || last.get().state().settled()) {
          pledge.decline(DeclineReason.STOPPED.name(), now);
          drop(pledge, now);
        }
      }
      case REPAIR -> drop(pledge, now);
      default -> {
        // somebody else has led it on
      }
    }
    return pledge.state() != PledgeState.COLLECTED;
  }

  /**
   * After tranches less lies on the escrow than was collected: each gets its share of what is left.
   * Charges that are disputed keep theirs.
   */
  private void giveBack(Pledge pledge, Attempt paid, RefundReason reason, Instant now) {
    if (reason != RefundReason.STOPPED) {
      refunds.begin(pledge, paid, reason, now);
      return;
    }
    Refunds.Part lying = refunds.lying(paid);
    Refunds.Part there = there(paid);
    long shares = shares(paid);
    boolean enough = shares <= there.amount().amountMinor();
    Money amount =
        enough || shares == 0
            ? lying.amount()
            : there.amount().portion(lying.amount().amountMinor(), shares, RoundingMode.DOWN);
    Refunds.Part part = new Refunds.Part(amount, lying.tip()).least(there);
    refunds.begin(pledge, paid, reason, part, true, null, now);
  }

  /** What lies with the listing and is not on its way back already. */
  private Refunds.Part there(Attempt paid) {
    Currency currency = paid.amount().currency();
    Refunds.Part underWay = refunds.underWay(paid.listing(), currency);
    long listing = paid.listing().value();
    return new Refunds.Part(
        ledger
            .lock(AccountRef.of(AccountKind.LISTING_ESCROW, currency, listing))
            .minus(underWay.amount()),
        ledger.lock(AccountRef.of(AccountKind.TIPS_HELD, currency, listing)).minus(underWay.tip()));
  }

  /** What was collected and not taken out, of all pledges whose money does not go back yet. */
  private long shares(Attempt paid) {
    return sql.number(
        "SELECT COALESCE(SUM(a.amount_minor"
            + " - (SELECT COALESCE(SUM(r.escrow_minor), 0) FROM payment_refund r"
            + " WHERE r.attempt = a.id)"
            + " - (SELECT COALESCE(SUM(d.escrow_minor), 0) FROM payment_dispute d"
            + " WHERE d.attempt = a.id)), 0)"
            + " FROM pledge p JOIN payment_attempt a ON a.pledge = p.id AND a.state = 'PAID'"
            + " WHERE p.listing = ? AND p.state IN ('COLLECTED', 'DISPUTED')"
            + " AND NOT EXISTS (SELECT 1 FROM payment_refund r WHERE r.attempt = a.id"
            + " AND (r.reason = 'DUPLICATE' OR r.state = 'STARTED'))",
        paid.listing().value());
  }

  private void drop(Pledge pledge, Instant now) {
    pledge.drop(now);
    repairs.rest(pledge.id());
    pledges.save(pledge);
  }
}
