package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.shared.Sql;

/** Which campaigns and collection windows are over, for those who end them. */
@ApplicationScoped
public class Campaigns {

  @Inject private Sql sql;

  /** Live listings whose deadline has come, the earliest first. */
  public List<ListingId> over(Instant now, int most) {
    return ids("LIVE", "deadline", now, most);
  }

  /** The next deadline of a live listing. */
  public Optional<Instant> nextDeadline() {
    return next("LIVE", "deadline");
  }

  /** Listings that collect now. */
  public List<ListingId> collecting() {
    return sql.list(
        "SELECT id FROM listing WHERE state = 'COLLECTING' ORDER BY id",
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

  private List<ListingId> ids(String state, String column, Instant now, int most) {
    return sql.list(
        "SELECT id FROM listing WHERE state = ? AND "
            + column
            + " <= ? ORDER BY "
            + column
            + ", id LIMIT ?",
        row -> new ListingId(row.getLong(1)),
        state,
        now,
        most);
  }

  private Optional<Instant> next(String state, String column) {
    return sql.one(
        "SELECT MIN(" + column + ") AS due FROM listing WHERE state = ?",
        row -> Sql.instant(row, "due"),
        state);
  }
}
