package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Sql;

/**
 * One portion of a refund run: what was collected goes back, what is in repair is dropped, what was
 * to be charged and has not been is let go. An attempt that is unclear settles by itself, and a
 * success is refunded then. Where all of a pledge was to go back and has failed, an officer must
 * act; a part that failed, or another charge's refund, holds nothing up.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RefundPortion {

  @Inject private Pledges pledges;
  @Inject private Attempts attempts;
  @Inject private GiveBack giveBack;
  @Inject private Repairs repairs;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * @param most how many pledges
   */
  public record Command(Actor by, RefundRuns.Run run, int most) {}

  /**
   * Begins the refunds of the next portion; closes the run after a round that led nobody on, since
   * the first portion may be of pledges to which nothing can be given back.
   *
   * @return how many pieces of work were done
   */
  public int handle(Command command) {
    Instant now = clock.instant();
    RefundRuns.Run run = command.run();
    List<PledgeId> left =
        sql.list(
            "SELECT p.id FROM pledge p WHERE p.listing = ? AND p.id > ? AND (p.state = 'REPAIR'"
                + " OR p.state = 'COLLECTED' AND NOT EXISTS (SELECT 1 FROM payment_refund r"
                + " WHERE r.pledge = p.id AND r.state = 'FAILED' AND r.resolved IS NULL"
                + " AND r.whole AND r.reason <> 'DUPLICATE')"
                + " OR p.state = 'CHARGING' AND NOT EXISTS (SELECT 1 FROM payment_attempt a"
                + " WHERE a.pledge = p.id AND a.ask_at IS NOT NULL)) ORDER BY p.id LIMIT ?",
            row -> new PledgeId(row.getLong(1)),
            run.listing().value(),
            run.upto(),
            command.most());
    if (left.isEmpty()) {
      endRound(run, now);
      return 1;
    }
    boolean led = left.stream().filter(id -> lead(id, run.reason(), now)).count() > 0;
    sql.change(
        "UPDATE payment_refund_run SET upto = ?, led = led OR ? WHERE id = ?",
        left.get(left.size() - 1).value(),
        led,
        run.id());
    return left.size();
  }

  /** Begins another round, or ends the run: nothing lies there any more that could go back. */
  private void endRound(RefundRuns.Run run, Instant now) {
    if (run.led()) {
      sql.change("UPDATE payment_refund_run SET upto = 0, led = FALSE WHERE id = ?", run.id());
    } else {
      sql.change("UPDATE payment_refund_run SET done_at = ? WHERE id = ?", now, run.id());
    }
  }

  /** Whether anything came of it. */
  private boolean lead(PledgeId id, RefundReason reason, Instant now) {
    Pledge pledge = pledges.lock(id);
    Optional<Attempt> last = attempts.last(id);
    switch (pledge.state()) {
      case COLLECTED -> giveBack.all(pledge, attempts.paid(id).orElseThrow(), reason, now);
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

  private void drop(Pledge pledge, Instant now) {
    pledge.drop(now);
    repairs.rest(pledge.id());
    pledges.save(pledge);
  }
}
