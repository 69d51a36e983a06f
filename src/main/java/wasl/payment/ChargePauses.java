package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Sql;

/**
 * Where finance holds charging. It stands in the database and is asked before each call, so that
 * every node heeds it at once.
 */
@ApplicationScoped
public class ChargePauses {

  private static final long ALL = 0;

  @Inject private Sql sql;

  /**
   * A pause.
   *
   * @param listing whose charges are held; null for all
   * @param resumedBy null while it holds
   * @param resumedAt null while it holds
   */
  public record Pause(
      long id,
      ListingId listing,
      String reason,
      PartyId pausedBy,
      Instant pausedAt,
      PartyId resumedBy,
      Instant resumedAt) {}

  /** Whether nothing of this listing is charged now. */
  public boolean hold(ListingId listing) {
    return sql.number(
            "SELECT COUNT(*) FROM payment_pause WHERE open_mark = 1 AND listing IN (?, ?)",
            ALL,
            listing.value())
        > 0;
  }

  /** The pause that holds a listing itself; null for the one that holds all. */
  public Optional<Pause> open(ListingId listing) {
    return sql.one(
        "SELECT * FROM payment_pause WHERE open_mark = 1 AND listing = ?",
        ChargePauses::read,
        key(listing));
  }

  /** All that hold now, the oldest first. */
  public List<Pause> open() {
    return sql.list(
        "SELECT * FROM payment_pause WHERE open_mark = 1 ORDER BY id LIMIT 100",
        ChargePauses::read);
  }

  /** Those of a listing and of all that have ended since an instant, the earliest begun first. */
  List<Pause> endedSince(ListingId listing, Instant since) {
    return sql.list(
        "SELECT * FROM payment_pause WHERE listing IN (?, ?) AND resumed_at > ?"
            + " ORDER BY paused_at, id",
        ChargePauses::read,
        ALL,
        key(listing),
        since);
  }

  /** The last pauses of a listing and of all, newest first. */
  public List<Pause> last(ListingId listing) {
    return sql.list(
        "SELECT * FROM payment_pause WHERE listing IN (?, ?) ORDER BY id DESC LIMIT 20",
        ChargePauses::read,
        ALL,
        key(listing));
  }

  /**
   * Begins one, in the caller's transaction.
   *
   * @return false where one holds already
   */
  boolean begin(ListingId listing, String reason, PartyId by, Instant now) {
    return sql.change(
            "INSERT IGNORE INTO payment_pause (id, listing, open_mark, reason, paused_by,"
                + " paused_at) VALUES (?, ?, 1, ?, ?, ?)",
            Ids.next(),
            key(listing),
            reason,
            by.value(),
            now)
        == 1;
  }

  /**
   * Ends the one that holds, in the caller's transaction.
   *
   * @return false where none holds
   */
  boolean end(ListingId listing, PartyId by, Instant now) {
    return sql.change(
            "UPDATE payment_pause SET open_mark = NULL, resumed_by = ?, resumed_at = ?"
                + " WHERE listing = ? AND open_mark = 1",
            by.value(),
            now,
            key(listing))
        == 1;
  }

  private static long key(ListingId listing) {
    return listing == null ? ALL : listing.value();
  }

  private static Pause read(ResultSet row) throws SQLException {
    long listing = row.getLong("listing");
    long resumedBy = row.getLong("resumed_by");
    return new Pause(
        row.getLong("id"),
        listing == ALL ? null : new ListingId(listing),
        row.getString("reason"),
        new PartyId(row.getLong("paused_by")),
        Sql.instant(row, "paused_at"),
        resumedBy == 0 ? null : new PartyId(resumedBy),
        Sql.instant(row, "resumed_at"));
  }
}
