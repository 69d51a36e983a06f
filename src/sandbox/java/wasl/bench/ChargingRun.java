package wasl.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import wasl.shared.Ids;

/**
 * A campaign's end: thousands of cards charged at the pace that is set. All the while what the
 * listing's totals say, what its pledges add up to and what stands on its escrow account are the
 * same, read in one statement.
 */
final class ChargingRun {

  private static final int PER_SECOND = 20;
  private static final double TOLERANCE = 0.1;

  /** Collected by totals, by pledges and by the ledger; and how many pledges are not collected. */
  private static final String SUMS =
      "SELECT (SELECT COALESCE(SUM(collected_minor), 0) FROM (SELECT collected_minor"
          + " FROM wasl.pledge_total WHERE listing = %1$d UNION ALL SELECT collected_minor"
          + " FROM wasl.pledge_movement WHERE listing = %1$d AND id >"
          + " (SELECT upto FROM wasl.pledge_cursor WHERE name = 'TOTALS')) AS parts),"
          + " (SELECT COALESCE(SUM(amount_minor), 0) FROM wasl.pledge WHERE listing = %1$d"
          + " AND state = 'COLLECTED'),"
          + " (SELECT COALESCE(SUM(IF(e.side = 'CREDIT', e.amount_minor, -e.amount_minor)), 0)"
          + " FROM wasl.ledger_entry e JOIN wasl.ledger_account a ON a.id = e.account"
          + " WHERE a.kind = 'LISTING_ESCROW' AND a.owner = %1$d),"
          + " (SELECT COUNT(*) FROM wasl.pledge WHERE listing = %1$d AND state IN"
          + " ('FIRM', 'CHARGING')), (SELECT COUNT(*) FROM wasl.payment_attempt"
          + " WHERE listing = %1$d)";

  private final Installation installation;
  private final int charges;
  private int readings;

  ChargingRun(Installation installation, int charges) {
    this.installation = installation;
    this.charges = charges;
  }

  private record Sums(long totals, long pledges, long escrow, long left, long attempts) {
    boolean equal() {
      return totals == pledges && pledges == escrow;
    }
  }

  void measure() throws Exception {
    long listing;
    Duration untilDeadline;
    try (var connection = installation.administrator()) {
      listing = soonest(connection);
      untilDeadline = prepare(connection, listing);
    }
    installation.control("bench/pledges?listing=" + Ids.text(listing) + "&number=" + charges);
    var clock = Executors.newSingleThreadExecutor();
    try (var connection = installation.administrator()) {
      var moved = clock.submit(() -> installation.moveClock(untilDeadline));
      double seconds = watch(connection, listing);
      double wanted = charges / (double) PER_SECOND;
      System.out.printf(
          Locale.ROOT,
          "%n(f) a run of %d charges at %d a second: %.1f s, %.3f of %.0f s (target within %.0f %%);"
              + " totals, pledges and escrow equal at all %d readings%n",
          charges,
          PER_SECOND,
          seconds,
          seconds / wanted,
          wanted,
          TOLERANCE * 100,
          readings);
      moved.get(10, TimeUnit.MINUTES);
    } finally {
      clock.shutdownNow();
    }
  }

  private double watch(Connection connection, long listing) throws Exception {
    long begun = 0;
    while (true) {
      Sums now = sums(connection, listing);
      readings++;
      if (!now.equal()) {
        throw new IllegalStateException("the totals are wrong: " + now);
      }
      if (begun == 0 && now.attempts() > 0) {
        begun = System.nanoTime();
      }
      if (begun != 0 && now.left() == 0) {
        return (System.nanoTime() - begun) / 1e9;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static Sums sums(Connection connection, long listing) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(SUMS.formatted(listing))) {
      row.next();
      return new Sums(
          row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }
  }

  /** The live grant whose campaign ends first, so that little else happens on the way. */
  private static long soonest(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT id FROM wasl.listing WHERE state = 'LIVE' AND model = 'GRANT'"
                    + " AND currency = 'USD' ORDER BY deadline LIMIT 1")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Makes room for all pledges below the cap; says how far off the deadline is. */
  private Duration prepare(Connection connection, long listing) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE wasl.listing SET cap_minor = 1000000000000, goal_minor = LEAST(goal_minor, "
              + charges * 900L
              + "), minimum_minor = LEAST(minimum_minor, "
              + charges * 700L
              + "), version = version + 1 WHERE id = "
              + listing);
      try (var row =
          statement.executeQuery(
              "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6) + INTERVAL (SELECT offset_micros"
                  + " FROM wasl.sandbox_clock WHERE id = 1) MICROSECOND, deadline)"
                  + " FROM wasl.listing WHERE id = "
                  + listing)) {
        row.next();
        return Duration.ofSeconds(row.getLong(1) + 60);
      }
    }
  }
}
