package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/**
 * Counts attempts by account and by address in the database, so that restarts and further nodes do
 * not forget. Real time, whatever the demo's clock says. Only hashes of addresses are kept.
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

  private static final Limit OPENING = new Limit("opening", 0, Duration.ofHours(1));

  @Inject private Sql sql;
  @Inject private CountAttempt countAttempt;

  /**
   * How many attempts are heard in how much time.
   *
   * @param kind what is counted
   */
  public record Limit(String kind, int most, Duration per) {}

  /**
   * Counts an attempt before it is heard.
   *
   * @param subject the account or address; null (the system itself) is not counted
   * @throws Refused {@link PartyRefused.TooManyAttempts}
   */
  public void count(Limit limit, String subject) {
    if (subject != null) {
      countAttempt.handle(new CountAttempt.Command(Actor.SYSTEM, limit, hash(limit, subject)));
    }
  }

  /** Takes one attempt back that turned out to be right. */
  void takeBack(Limit limit, String subject) {
    if (subject != null) {
      sql.change(
          "UPDATE party_attempt SET attempts = attempts - 1"
              + " WHERE subject_hash = ? AND attempts > 0",
          hash(limit, subject));
    }
  }

  /** Forgets all attempts: the owner has shown to be the owner. */
  void forget(Limit limit, String subject) {
    sql.change("DELETE FROM party_attempt WHERE subject_hash = ?", hash(limit, subject));
  }

  /** Holds whoever counts the same subject until this transaction ends. */
  void inTurn(Limit limit, String subject) {
    sql.one(
        "SELECT attempts FROM party_attempt WHERE subject_hash = ? FOR UPDATE",
        row -> row.getInt(1),
        hash(limit, subject));
  }

  /**
   * Holds whoever opens an account with the same address until this transaction ends, so that one
   * address never gets two.
   */
  void holdAddress(EmailAddress email) {
    String subject = hash(OPENING, email.value());
    sql.change(
        "INSERT INTO party_attempt (subject_hash, attempts, until_at)"
            + " VALUES (?, 0, UTC_TIMESTAMP(6) + INTERVAL 1 HOUR)"
            + " ON DUPLICATE KEY UPDATE until_at = VALUES(until_at)",
        subject);
  }

  private static String hash(Limit limit, String subject) {
    return Secrets.sha256(limit.kind() + " " + subject);
  }
}
