package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.Campaigns;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.pledge.PledgeId;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;
import wasl.shared.Sql;

/**
 * Ends the collection windows that are over: what is in repair is dropped; while a charge is
 * unknown, or finance holds the listing's charges, the window stays open; then the listing is
 * funded or not.
 */
@ApplicationScoped
public class CloseCollections implements DueWork {

  private static final int PORTION = 20;

  /** Only what can be done something about, so that what waits keeps nobody from their turn. */
  private static final String READY =
      " FROM listing l WHERE l.state = 'COLLECTING' AND l.collecting_until <= ?"
          + " AND NOT EXISTS (SELECT 1 FROM payment_pause s WHERE s.open_mark = 1"
          + " AND s.listing IN (0, l.id))"
          + " AND (EXISTS (SELECT 1 FROM pledge p WHERE p.listing = l.id AND p.state = 'REPAIR')"
          + " OR NOT EXISTS (SELECT 1 FROM pledge p WHERE p.listing = l.id"
          + " AND p.state IN ('FIRM', 'CHARGING')))";

  @Inject private Campaigns campaigns;
  @Inject private CloseCollection close;
  @Inject private DropPledge drop;
  @Inject private Sql sql;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "payment-windows";
  }

  @Override
  public Optional<Instant> nextDue() {
    Instant now = clock.instant();
    return ready(now, 1).isEmpty() ? campaigns.nextWindowEnd(now) : Optional.of(now);
  }

  @Override
  public int doDue(Instant now) {
    return EachAlone.of(ready(now, PORTION), this::close);
  }

  private int close(ListingId listing) {
    for (PledgeId pledge : inRepair(listing)) {
      drop.handle(new DropPledge.Command(Actor.SYSTEM, pledge));
    }
    if (unknown(listing) > 0) {
      return 0;
    }
    close.handle(new CloseCollection.Command(Actor.SYSTEM, listing));
    return 1;
  }

  private List<ListingId> ready(Instant now, int most) {
    return sql.list(
        "SELECT l.id" + READY + " ORDER BY l.collecting_until, l.id LIMIT ?",
        row -> new ListingId(row.getLong(1)),
        now,
        most);
  }

  private List<PledgeId> inRepair(ListingId listing) {
    return sql.list(
        "SELECT id FROM pledge WHERE listing = ? AND state = 'REPAIR'",
        row -> new PledgeId(row.getLong(1)),
        listing.value());
  }

  private long unknown(ListingId listing) {
    return sql.number(
        "SELECT COUNT(*) FROM pledge WHERE listing = ? AND state IN ('FIRM', 'CHARGING')",
        listing.value());
  }
}
