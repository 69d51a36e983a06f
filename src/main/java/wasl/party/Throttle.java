package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import wasl.shared.Baghdad;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/**
 * Counts attempts by account and by address in the database, so that restarts and further nodes do
 * not forget. An attempt is counted before it is heard, in a transaction of its own: many at once
 * get no more than the limit. Real time, whatever the demo's clock says. Only hashes of addresses
 * are kept.
 */
@ApplicationScoped
public class Throttle {

  /** Wrong passwords of one account, from wherever. */
  static final Limit SIGN_IN_ACCOUNT = new Limit("sign-in-account", 10, Duration.ofMinutes(15));

  /** Wrong passwords from one address, for whatever accounts. */
  static final Limit SIGN_IN_ADDRESS = new Limit("sign-in-address", 100, Duration.ofMinutes(15));

  /** Letters that strangers can make us send to one mailbox. */
  static final Limit LETTER_ACCOUNT = new Limit("letter-account", 5, Duration.ofHours(1));

  /** Letters that one address can make us send. */
  static final Limit LETTER_ADDRESS = new Limit("letter-address", 60, Duration.ofHours(1));

  /** Links with guessed secrets from one address. */
  static final Limit LINK_ADDRESS = new Limit("link-address", 60, Duration.ofHours(1));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Baghdad.ZONE);

  @Inject private Sql sql;

  /**
   * How many attempts are heard in how much time.
   *
   * @param kind what is counted
   */
  record Limit(String kind, int most, Duration per) {}

  private record Count(int attempts, Instant until) {}

  /**
   * Counts an attempt.
   *
   * @param subject the account or address; null (the system itself) is not counted
   * @throws Refused {@link PartyRefused.TooManyAttempts}
   */
  @Transactional(TxType.REQUIRES_NEW)
  public void count(Limit limit, String subject) {
    if (subject == null) {
      return;
    }
    long seconds = limit.per().toSeconds();
    sql.change(
        "INSERT INTO party_attempt (subject_hash, attempts, until_at)"
            + " VALUES (?, 1, UTC_TIMESTAMP(6) + INTERVAL ? SECOND)"
            + " ON DUPLICATE KEY UPDATE"
            + " attempts = IF(until_at <= UTC_TIMESTAMP(6), 1, attempts + 1),"
            + " until_at = IF(until_at <= UTC_TIMESTAMP(6),"
            + " UTC_TIMESTAMP(6) + INTERVAL ? SECOND, until_at)",
        hash(limit, subject),
        seconds,
        seconds);
    Count count =
        sql.one(
                "SELECT attempts, until_at FROM party_attempt WHERE subject_hash = ?",
                row -> new Count(row.getInt(1), Sql.instant(row, "until_at")),
                hash(limit, subject))
            .orElseThrow();
    if (count.attempts() > limit.most()) {
      Instant minute = count.until().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
      throw new Refused(new PartyRefused.TooManyAttempts(TIME.format(minute)));
    }
  }

  /** Takes one attempt back that turned out to be right. */
  @Transactional(TxType.REQUIRES_NEW)
  public void takeBack(Limit limit, String subject) {
    if (subject != null) {
      sql.change(
          "UPDATE party_attempt SET attempts = attempts - 1"
              + " WHERE subject_hash = ? AND attempts > 0",
          hash(limit, subject));
    }
  }

  /** Forgets all attempts: the owner has shown to be the owner. */
  @Transactional(TxType.REQUIRES_NEW)
  public void forget(Limit limit, String subject) {
    sql.change("DELETE FROM party_attempt WHERE subject_hash = ?", hash(limit, subject));
  }

  /** Holds whoever counts the same subject until this transaction ends. */
  void inTurn(Limit limit, String subject) {
    sql.one(
        "SELECT attempts FROM party_attempt WHERE subject_hash = ? FOR UPDATE",
        row -> row.getInt(1),
        hash(limit, subject));
  }

  private static String hash(Limit limit, String subject) {
    return Secrets.sha256(limit.kind() + " " + subject);
  }
}
