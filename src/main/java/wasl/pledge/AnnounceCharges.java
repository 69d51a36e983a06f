package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingEvent;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/**
 * Two days before cancelling ends every investor is told the amount and the date of the charge, and
 * whoever pledges later is told at once. Each pledge keeps when that was, so that nobody is told
 * twice of the same charge; a pause of the campaign moves the date, and then everybody is told
 * anew, as is whoever changes the amount or the tip.
 */
@ApplicationScoped
public class AnnounceCharges implements DueWork {

  /** So long before its deadline a listing's investors are told; later pledges have less time. */
  private static final Duration BEFORE_DEADLINE =
      Pledge.CANCEL_BEFORE_DEADLINE.plus(Pledge.TOLD_BEFORE);

  private static final int PORTION = 50;

  private static final String UNTOLD =
      " FROM listing l JOIN pledge p ON p.listing = l.id AND p.state IN ('REFLECTING', 'FIRM')"
          + " AND p.announced_at IS NULL WHERE l.state = 'LIVE'";

  @Inject private Pledges pledges;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private record Untold(PledgeId pledge, Instant deadline) {}

  void on(@Observes ListingEvent.ListingResumed event) {
    sql.change(
        "UPDATE pledge SET announced_at = NULL, version = version + 1 WHERE listing = ?"
            + " AND state IN ('REFLECTING', 'FIRM') AND announced_at IS NOT NULL",
        event.listing().value());
  }

  @Override
  public String name() {
    return "pledge-announcements";
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.one(
            "SELECT MIN(l.deadline) AS due" + UNTOLD + " AND l.deadline > ?",
            row -> Sql.instant(row, "due"),
            clock.instant())
        .map(deadline -> deadline.minus(BEFORE_DEADLINE));
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    List<Untold> untold =
        sql.list(
            "SELECT p.id, l.deadline"
                + UNTOLD
                + " AND l.deadline <= ? AND l.deadline > ? ORDER BY p.id LIMIT ?",
            row -> new Untold(new PledgeId(row.getLong(1)), Sql.instant(row, "deadline")),
            now.plus(BEFORE_DEADLINE),
            now,
            PORTION);
    int told = 0;
    for (Untold one : untold) {
      Pledge pledge = pledges.lock(one.pledge());
      if (pledge.announceCharge(one.deadline(), now)) {
        pledges.save(pledge);
        told++;
      }
    }
    return told;
  }
}
