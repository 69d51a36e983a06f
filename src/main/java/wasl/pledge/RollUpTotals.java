package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wasl.shared.DueWork;
import wasl.shared.Ids;
import wasl.shared.Sql;

/**
 * Adds settled movements to the listings' totals. Ids are made before their rows are committed, so
 * rows appear out of order: the cursor trails the database's time by more than the longest
 * transaction, and a locking read of the range waits for whoever might still be writing into it.
 */
@ApplicationScoped
public class RollUpTotals implements DueWork {

  private static final Duration TRAILING = Duration.ofMinutes(10);
  private static final int PORTION = 5_000;

  @Inject private Sql sql;

  @Override
  public String name() {
    return "pledge-totals";
  }

  /** Never waited for: the totals are exact without it. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    long from = sql.number("SELECT upto FROM pledge_cursor WHERE name = 'TOTALS' FOR UPDATE");
    long settled =
        Ids.firstAt(
            Instant.ofEpochSecond(sql.number("SELECT FLOOR(UNIX_TIMESTAMP())")).minus(TRAILING));
    long to =
        sql.number(
            "SELECT MAX(id) FROM (SELECT id FROM pledge_movement WHERE id > ? AND id < ?"
                + " ORDER BY id LIMIT ?) AS next_movements",
            from,
            settled,
            PORTION);
    if (to <= from) {
      return 0;
    }
    sql.number(
        "SELECT COUNT(*) FROM pledge_movement WHERE id > ? AND id <= ? LOCK IN SHARE MODE",
        from,
        to);
    sql.change(
        "INSERT INTO pledge_total (listing, started_minor, pledged_minor, firm_minor,"
            + " collected_minor) SELECT * FROM (SELECT listing, SUM(started_minor) AS s,"
            + " SUM(pledged_minor) AS p, SUM(firm_minor) AS f, SUM(collected_minor) AS c"
            + " FROM pledge_movement WHERE id > ? AND id <= ? GROUP BY listing) sums"
            + " ON DUPLICATE KEY UPDATE started_minor = started_minor + s,"
            + " pledged_minor = pledged_minor + p, firm_minor = firm_minor + f,"
            + " collected_minor = collected_minor + c",
        from,
        to);
    sql.change("UPDATE pledge_cursor SET upto = ? WHERE name = 'TOTALS'", to);
    return 1;
  }
}
