package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import wasl.shared.Ids;
import wasl.shared.Sql;

/**
 * How far work that follows the journals may go. Ids are made before their rows are committed, so
 * rows appear out of order. Two things together make it certain that nothing is passed over: the
 * database refuses an id more than a minute away from its own time, and a locking read of a range
 * waits for everybody who has written into it and not yet committed.
 */
@ApplicationScoped
public class Background {

  /**
   * The minute that an id may be off and the longest that its INSERT may wait for a lock ({@code
   * innodb_lock_wait_timeout}, 50 s unless changed), with room.
   */
  private static final Duration TRAILING = Duration.ofMinutes(5);

  @Inject private Sql sql;

  /** Takes a cursor for this transaction: where its work stands. One node works at a time. */
  long take(String cursor) {
    return sql.number("SELECT upto FROM ledger_cursor_lock WHERE name = ? FOR UPDATE", cursor);
  }

  /** Moves a cursor that was taken. */
  void move(String cursor, long upto) {
    sql.change("UPDATE ledger_cursor_lock SET upto = ? WHERE name = ?", upto, cursor);
  }

  /** The id below which no new row can be written any more, by the database's real time. */
  long settled() {
    long seconds = sql.number("SELECT FLOOR(UNIX_TIMESTAMP())");
    return Ids.firstAt(Instant.ofEpochSecond(seconds).minus(TRAILING));
  }

  /**
   * The last of the next journals after a cursor that are settled, having waited for whoever is
   * still committing among them; the cursor itself where there is none.
   *
   * @param settled up to where to go: {@link #settled()}
   */
  long next(long after, long settled, int most) {
    long last =
        sql.number(
            "SELECT MAX(id) FROM (SELECT id FROM ledger_journal WHERE id > ? AND id <= ?"
                + " ORDER BY id LIMIT "
                + most
                + ") ahead",
            after,
            settled);
    if (last <= after) {
      return after;
    }
    sql.number(
        "SELECT COUNT(*) FROM ledger_journal WHERE id > ? AND id <= ? LOCK IN SHARE MODE",
        after,
        last);
    return last;
  }
}
