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
import wasl.shared.Sql;

/**
 * Ends the collection windows that are over: what is in repair is dropped; while a charge is
 * unknown the window stays open; then the listing is funded or not.
 */
@ApplicationScoped
public class CloseCollections implements DueWork {

  private static final int PORTION = 20;

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
    boolean ready =
        campaigns.windowsOver(now, PORTION).stream().anyMatch(listing -> unknown(listing) == 0);
    return ready ? Optional.of(now) : campaigns.nextWindowEnd(now);
  }

  @Override
  public int doDue(Instant now) {
    int closed = 0;
    for (ListingId listing : campaigns.windowsOver(now, PORTION)) {
      for (PledgeId pledge : inRepair(listing)) {
        drop.handle(new DropPledge.Command(Actor.SYSTEM, pledge));
      }
      if (unknown(listing) == 0) {
        close.handle(new CloseCollection.Command(Actor.SYSTEM, listing));
        closed++;
      }
    }
    return closed;
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
