package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/**
 * A program signs in for somebody and gets a token for {@code Authorization: Bearer} (RFC 6750),
 * good for twelve hours of real time. The database keeps its hash only.
 *
 * <p>Refusals: those of {@link SignIn}.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class IssueToken {

  private static final int HOURS = 12;

  @Inject private SignIn signIn;
  @Inject private Sql sql;

  /**
   * What the program sends.
   *
   * @param address from which the request comes; null for the system itself
   */
  public record Command(Actor by, String email, String password, String address) {

    @Override
    public String toString() {
      return "IssueToken.Command[" + email + "]";
    }
  }

  /** The token, shown this once. */
  public record Token(String secret, Instant expiresAt) {

    @Override
    public String toString() {
      return "Token[" + expiresAt + "]";
    }
  }

  /** Checks address and password and makes a token. */
  public Token handle(Command command) {
    SignIn.SignedIn who =
        signIn.handle(
            new SignIn.Command(
                command.by(), command.email(), command.password(), command.address()));
    String secret = Secrets.token();
    String hash = Secrets.sha256(secret);
    sql.change(
        "INSERT INTO party_token (secret_hash, party, stamp, expires_at)"
            + " VALUES (?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? HOUR)",
        hash,
        who.party().value(),
        who.stamp(),
        HOURS);
    Instant expiresAt =
        sql.one(
                "SELECT expires_at FROM party_token WHERE secret_hash = ?",
                row -> Sql.instant(row, "expires_at"),
                hash)
            .orElseThrow();
    return new Token(secret, expiresAt);
  }
}
