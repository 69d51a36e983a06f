package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import wasl.listing.ListingId;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** How charging goes, over all listings that are collecting now. */
@ApplicationScoped
public class ChargingQueries {

  private static final int SECONDS_IN_MINUTE = 60;
  private static final int GLANCE_SECONDS = 10;

  @Inject private Sql sql;
  @Inject private ChargePauses pauses;
  @Inject private ChargePace pace;
  @Inject private Clock clock;

  /**
   * Pledges of all collecting listings, by how far their charge is.
   *
   * @param refused charges that a bank has refused, some of them since tried again
   */
  public record Counts(
      long charged, long repair, long unknown, long toGo, long dropped, long refused) {}

  /**
   * How fast it goes.
   *
   * @param lastMinute attempts that began in the last minute, on whichever node
   * @param perMinute the pace by which the end is reckoned
   * @param limit calls a second that are allowed
   * @param paused whether all charging is held
   * @param toGo attempts still to begin, over all listings
   * @param end when the last of them begins at this pace; null where none is to begin, or all are
   *     held
   */
  public record Pace(
      long lastMinute, long perMinute, int limit, boolean paused, long toGo, Instant end) {}

  /** Over all collecting listings. */
  public Counts counts() {
    Map<PledgeState, Long> states = new EnumMap<>(PledgeState.class);
    sql.list(
        "SELECT p.state, COUNT(*) FROM listing l JOIN pledge p ON p.listing = l.id"
            + " WHERE l.state = 'COLLECTING' GROUP BY p.state",
        row -> states.put(PledgeState.valueOf(row.getString(1)), row.getLong(2)));
    long unknown = unknown();
    return new Counts(
        states.getOrDefault(PledgeState.COLLECTED, 0L)
            + states.getOrDefault(PledgeState.DISPUTED, 0L),
        states.getOrDefault(PledgeState.REPAIR, 0L),
        unknown,
        toGo(states, unknown),
        states.getOrDefault(PledgeState.DROPPED, 0L),
        sql.number(
            "SELECT COUNT(*) FROM listing l JOIN payment_attempt a ON a.listing = l.id"
                + " AND a.state = 'DECLINED' WHERE l.state = 'COLLECTING'"));
  }

  /** Charges that banks have refused for one listing. */
  public long refused(ListingId listing) {
    return sql.number(
        "SELECT COUNT(*) FROM payment_attempt WHERE listing = ? AND state = 'DECLINED'",
        listing.value());
  }

  private long unknown() {
    return sql.number(
        "SELECT COUNT(DISTINCT a.pledge) FROM listing l JOIN payment_attempt a ON a.listing = l.id"
            + " AND a.state IN ('UNKNOWN', 'AUTHENTICATING') WHERE l.state = 'COLLECTING'");
  }

  private static long toGo(Map<PledgeState, Long> states, long unknown) {
    long due =
        states.getOrDefault(PledgeState.CHARGING, 0L) + states.getOrDefault(PledgeState.FIRM, 0L);
    return Math.max(0, due - unknown);
  }

  /**
   * The pace, and when a part of the work is done by it: listings are charged side by side, so the
   * end of one is at the latest the end of all.
   */
  public Pace pace() {
    long toGo = counts().toGo();
    Instant real = Instant.ofEpochSecond(sql.number("SELECT FLOOR(UNIX_TIMESTAMP())"));
    long lastMinute = begunSince(real.minusSeconds(SECONDS_IN_MINUTE));
    long glance = begunSince(real.minusSeconds(GLANCE_SECONDS));
    long most = (long) pace.most() * SECONDS_IN_MINUTE;
    long seen = Math.max(lastMinute, glance * (SECONDS_IN_MINUTE / GLANCE_SECONDS));
    long perMinute = seen == 0 ? most : Math.min(most, seen);
    boolean paused = pauses.open((ListingId) null).isPresent();
    Instant end =
        toGo == 0 || paused
            ? null
            : clock.instant().plus(Duration.ofSeconds(1 + toGo * SECONDS_IN_MINUTE / perMinute));
    return new Pace(lastMinute, perMinute, pace.most(), paused, toGo, end);
  }

  /** Ids are made in order of real time. */
  private long begunSince(Instant real) {
    return sql.number("SELECT COUNT(*) FROM payment_attempt WHERE id >= ?", Ids.firstAt(real));
  }
}
