package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wasl.party.Actor;
import wasl.shared.Baghdad;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/**
 * Starts of scheduled campaigns, approvals that were not used for six months, and the counts of the
 * search, which have no time and are rolled up whenever this is asked.
 */
@ApplicationScoped
public class ListingTimes implements DueWork {

  private static final int PORTION = 20;

  @Inject private Sql sql;
  @Inject private AdvanceListing advance;
  @Inject private CountListings counts;

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

  @Override
  public int doDue(Instant now) {
    // Six months of the calendar differ in length: what could have lapsed is asked for a few days
    // too generously here, and decided by the aggregate.
    Instant approvedBefore =
        now.atZone(Baghdad.ZONE).minusMonths(Listing.MONTHS_TO_PUBLISH).plusDays(4).toInstant();
    List<ListingId> starts =
        sql.list(
            "SELECT id FROM listing WHERE state = 'SCHEDULED' AND opens_at <= ?"
                + " ORDER BY opens_at LIMIT "
                + PORTION,
            row -> new ListingId(row.getLong("id")),
            now);
    List<ListingId> lapses =
        sql
            .list(
                "SELECT id, decided_at FROM listing WHERE state = 'APPROVED' AND decided_at <= ?"
                    + " ORDER BY decided_at LIMIT "
                    + PORTION,
                row ->
                    Listing.lapseAfter(Sql.instant(row, "decided_at")).isAfter(now)
                        ? Optional.<ListingId>empty()
                        : Optional.of(new ListingId(row.getLong("id"))),
                approvedBefore)
            .stream()
            .flatMap(Optional::stream)
            .toList();
    starts.forEach(id -> advance.handle(new AdvanceListing.Command(Actor.SYSTEM, id)));
    lapses.forEach(id -> advance.handle(new AdvanceListing.Command(Actor.SYSTEM, id)));
    return starts.size() + lapses.size() + counts.handle(new CountListings.Command(Actor.SYSTEM));
  }
}
