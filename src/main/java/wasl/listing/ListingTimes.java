package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wasl.shared.Baghdad;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/** Starts of scheduled campaigns, and approvals that were not used for six months. */
@ApplicationScoped
public class ListingTimes implements DueWork {

  private static final int PORTION = 10;

  @Inject private Sql sql;
  @Inject private Listings listings;

  @Override
  public String name() {
    return "listing-times";
  }

  @Override
  public Optional<Instant> nextDue() {
    Optional<Instant> start =
        sql.one(
            "SELECT opens_at FROM listing WHERE state = 'SCHEDULED' ORDER BY opens_at LIMIT 1",
            row -> Sql.instant(row, "opens_at"));
    Optional<Instant> lapse =
        sql.one(
                "SELECT decided_at FROM listing WHERE state = 'APPROVED'"
                    + " ORDER BY decided_at LIMIT 1",
                row -> Sql.instant(row, "decided_at"))
            .map(Listing::lapseAfter);
    return Stream.of(start, lapse).flatMap(Optional::stream).min(Instant::compareTo);
  }

  /** A portion in one transaction; each listing is looked at again once it is locked. */
  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    // Six months of the calendar differ in length by up to three days: what could have lapsed is
    // asked for too generously here, and decided by the listing.
    Instant decidedBefore =
        now.atZone(Baghdad.ZONE).minusMonths(Listing.MONTHS_TO_PUBLISH).plusDays(4).toInstant();
    int done = 0;
    for (ListingId id : due(ListingState.SCHEDULED, "opens_at", now)) {
      Listing listing = listings.lock(id);
      if (listing.state() == ListingState.SCHEDULED && !now.isBefore(listing.opensAt())) {
        listing.start(now);
        listings.save(listing);
        done++;
      }
    }
    for (ListingId id : due(ListingState.APPROVED, "decided_at", decidedBefore)) {
      Listing listing = listings.lock(id);
      if (listing.state() == ListingState.APPROVED && !now.isBefore(listing.lapsesAt())) {
        listing.lapse(now);
        listings.save(listing);
        done++;
      }
    }
    return done;
  }

  private List<ListingId> due(ListingState state, String column, Instant until) {
    return sql.list(
        "SELECT id FROM listing WHERE state = ? AND %s <= ? ORDER BY %s LIMIT %d"
            .formatted(column, column, PORTION),
        row -> new ListingId(row.getLong("id")),
        state,
        until);
  }
}
