package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.shared.Sql;

/**
 * Pledges whose charge did not succeed: why, and when the same card is tried again by itself. Soft
 * declines are tried on days 1, 3, 5 and 7 after the first; a bank that forbids it is heard.
 */
@ApplicationScoped
public class Repairs {

  private static final List<Integer> RETRY_DAYS = List.of(1, 3, 5, 7);

  private static final String RETRIED =
      " FROM payment_repair r JOIN listing l ON l.id = r.listing WHERE l.state = 'COLLECTING'";

  @Inject private Sql sql;

  /**
   * A pledge in repair.
   *
   * @param retryAt when the card is tried again by itself; null for never
   */
  public record Repair(PledgeId pledge, DeclineReason reason, Instant since, Instant retryAt) {}

  /** Opens a repair, or gives an open one its newest reason. */
  void open(Pledge pledge, DeclineReason reason, Instant now) {
    Instant since = find(pledge.id()).map(Repair::since).orElse(now);
    Instant retryAt = reason.soft() ? retryAfter(since, now) : null;
    sql.change(
        "INSERT INTO payment_repair (pledge, listing, reason, since, retry_at)"
            + " VALUES (?, ?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE reason = VALUES(reason), retry_at = VALUES(retry_at)",
        pledge.id().value(),
        pledge.listing().value(),
        reason,
        since,
        retryAt);
  }

  static Instant retryAfter(Instant since, Instant now) {
    return RETRY_DAYS.stream()
        .map(days -> since.plus(Duration.ofDays(days)))
        .filter(day -> day.isAfter(now))
        .findFirst()
        .orElse(null);
  }

  /** The pledge is being charged again, or is over: nothing by itself meanwhile. */
  void rest(PledgeId pledge) {
    sql.change("UPDATE payment_repair SET retry_at = NULL WHERE pledge = ?", pledge.value());
  }

  public Optional<Repair> find(PledgeId pledge) {
    return sql.one(
        "SELECT * FROM payment_repair WHERE pledge = ?",
        row ->
            new Repair(
                pledge,
                DeclineReason.valueOf(row.getString("reason")),
                Sql.instant(row, "since"),
                Sql.instant(row, "retry_at")),
        pledge.value());
  }

  /** A pledge whose card is to be tried again. */
  record Due(PledgeId pledge, ListingId listing) {}

  /** What waits while its listing is suspended is due when that is over. */
  List<Due> due(Instant now, int most) {
    return sql.list(
        "SELECT r.pledge, r.listing" + RETRIED + " AND r.retry_at <= ? ORDER BY r.retry_at LIMIT ?",
        row -> new Due(new PledgeId(row.getLong(1)), new ListingId(row.getLong(2))),
        now,
        most);
  }

  Optional<Instant> nextDue() {
    return sql.one(
        "SELECT MIN(r.retry_at) AS due" + RETRIED + " AND r.retry_at IS NOT NULL",
        row -> Sql.instant(row, "due"));
  }
}
