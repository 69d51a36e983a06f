package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.shared.Sql;

/** Which listings collect, and until when, for those who end their windows. */
@ApplicationScoped
public class Campaigns {

  @Inject private Sql sql;

  /** Listings that collect now, or would if they were not suspended. */
  public List<ListingId> inCollection() {
    return sql.list(
        "SELECT id FROM listing WHERE state = 'COLLECTING'"
            + " OR state = 'SUSPENDED' AND state_before_suspension = 'COLLECTING' ORDER BY id",
        row -> new ListingId(row.getLong(1)));
  }

  /** The next end of a collection window that has not come yet. */
  public Optional<Instant> nextWindowEnd(Instant after) {
    return sql.one(
        "SELECT MIN(collecting_until) AS due FROM listing WHERE state = 'COLLECTING'"
            + " AND collecting_until > ?",
        row -> Sql.instant(row, "due"),
        after);
  }
}
