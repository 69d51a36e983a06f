package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingEvent;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;
import wasl.shared.Ids;
import wasl.shared.Sql;

/**
 * Gives everything back that was collected for a listing which failed or was stopped, a portion at
 * a time. The run is written with the listing's change itself, so that no crash can lose it.
 */
@ApplicationScoped
public class RefundRuns implements DueWork {

  private static final int PORTION = 50;

  @Inject private Sql sql;
  @Inject private RefundPortion portion;
  @Inject private Clock clock;

  /**
   * @param upto the last pledge that this round has looked at
   * @param led whether this round has led any on
   */
  record Run(long id, ListingId listing, RefundReason reason, long upto, boolean led) {}

  void on(@Observes ListingEvent.ListingUnfunded event) {
    if (event.collecting()) {
      start(event.listing(), RefundReason.UNFUNDED);
    }
  }

  void on(@Observes ListingEvent.ListingStopped event) {
    if (event.from() == ListingState.COLLECTING || event.from() == ListingState.FUNDED) {
      start(event.listing(), RefundReason.STOPPED);
    }
  }

  private void start(ListingId listing, RefundReason reason) {
    sql.change(
        "INSERT INTO payment_refund_run (id, listing, reason, started_at) VALUES (?, ?, ?, ?)",
        Ids.next(),
        listing.value(),
        reason,
        clock.instant());
  }

  private List<Run> open() {
    return sql.list(
        "SELECT id, listing, reason, upto, led FROM payment_refund_run WHERE done_at IS NULL ORDER BY id"
            + " LIMIT 20",
        row ->
            new Run(
                row.getLong(1),
                new ListingId(row.getLong(2)),
                RefundReason.valueOf(row.getString(3)),
                row.getLong(4),
                row.getBoolean(5)));
  }

  @Override
  public String name() {
    return "payment-refund-runs";
  }

  @Override
  public Optional<Instant> nextDue() {
    return open().stream().findFirst().map(run -> clock.instant());
  }

  @Override
  public int doDue(Instant now) {
    return EachAlone.of(
        open(), run -> portion.handle(new RefundPortion.Command(Actor.SYSTEM, run, PORTION)));
  }
}
