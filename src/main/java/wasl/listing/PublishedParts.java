package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wasl.shared.Remembered;
import wasl.shared.Sql;

/** All published listings in the order of their ids, in parts; withdrawn ones are left out. */
@ApplicationScoped
public class PublishedParts {

  private static final String PUBLISHED =
      "SELECT id FROM listing WHERE published_at IS NOT NULL AND state <> 'WITHDRAWN' AND id >= ?"
          + " ORDER BY id LIMIT 1 OFFSET ";

  @Inject private Sql sql;

  private final Remembered<Integer, List<ListingId>> starts =
      new Remembered<>(Duration.ofMinutes(5), this::find);

  /** The first listing of each part of so many; up to five minutes old. */
  public List<ListingId> starts(int size) {
    return starts.get(size);
  }

  private List<ListingId> find(int size) {
    List<ListingId> found = new ArrayList<>();
    Optional<ListingId> next = at(0, 0);
    while (next.isPresent()) {
      found.add(next.get());
      next = at(next.get().value(), size);
    }
    return List.copyOf(found);
  }

  private Optional<ListingId> at(long from, int offset) {
    return sql.one(PUBLISHED + offset, row -> new ListingId(row.getLong(1)), from);
  }

  /** The businesses of a part's listings, each once. */
  public List<BusinessId> businesses(ListingId first, int size) {
    return sql.list(
        "SELECT DISTINCT p.business_id FROM (SELECT id, business_id FROM listing"
            + " WHERE published_at IS NOT NULL AND state <> 'WITHDRAWN' AND id >= ?"
            + " ORDER BY id LIMIT "
            + size
            + ") p",
        row -> new BusinessId(row.getLong(1)),
        first.value());
  }

  /** A part: so many from this one on. */
  public List<ListingId> from(ListingId first, int size) {
    return sql.list(
        "SELECT id FROM listing WHERE published_at IS NOT NULL AND state <> 'WITHDRAWN'"
            + " AND id >= ? ORDER BY id LIMIT "
            + size,
        row -> new ListingId(row.getLong(1)),
        first.value());
  }
}
