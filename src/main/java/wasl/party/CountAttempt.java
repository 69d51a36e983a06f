package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import wasl.shared.Baghdad;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * Counts an attempt before it is heard, in a transaction of its own: it stays counted when the
 * attempt is refused, and many at once get no more than the limit.
 *
 * <p>Refusals: {@link PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class CountAttempt {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Baghdad.ZONE);

  @Inject private Sql sql;

  /**
   * What is counted.
   *
   * @param subject a hash
   */
  public record Command(Actor by, Throttle.Limit limit, String subject) {}

  private record Count(int attempts, Instant until) {}

  /** Counts; the first attempt after the time is over begins a new count. */
  public void handle(Command command) {
    long seconds = command.limit().per().toSeconds();
    sql.change(
        "INSERT INTO party_attempt (subject_hash, attempts, until_at)"
            + " VALUES (?, 1, UTC_TIMESTAMP(6) + INTERVAL ? SECOND)"
            + " ON DUPLICATE KEY UPDATE"
            + " attempts = IF(until_at <= UTC_TIMESTAMP(6), 1, attempts + 1),"
            + " until_at = IF(until_at <= UTC_TIMESTAMP(6),"
            + " UTC_TIMESTAMP(6) + INTERVAL ? SECOND, until_at)",
        command.subject(),
        seconds,
        seconds);
    Count count =
        sql.one(
                "SELECT attempts, until_at FROM party_attempt WHERE subject_hash = ?",
                row -> new Count(row.getInt(1), Sql.instant(row, "until_at")),
                command.subject())
            .orElseThrow();
    if (count.attempts() > command.limit().most()) {
      Instant minute = count.until().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
      throw new Refused(new PartyRefused.TooManyAttempts(TIME.format(minute)));
    }
  }
}
