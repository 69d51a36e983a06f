package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/**
 * Links of letters: each works once, for its own purpose, until it expires (in real time). The
 * database keeps the hash of the secret only.
 */
@ApplicationScoped
public class OneTimeLinks {

  @Inject private Sql sql;

  /** What a link is for, and where it leads. */
  enum Kind {
    /** Kept once it was followed, so that following it again is answered kindly. */
    CONFIRM("/confirm/", 0),
    RESET("/reset/", 1);

    private final String path;
    private final int hours;

    Kind(String path, int hours) {
      this.path = path;
      this.hours = hours;
    }
  }

  /** Makes a link and ends the earlier ones of its kind; returns its path without a language. */
  String make(Kind kind, PartyId party) {
    sql.change(
        "DELETE FROM party_link WHERE party = ? AND kind = ? AND used_at IS NULL",
        party.value(),
        kind);
    String secret = Secrets.token();
    sql.change(
        "INSERT INTO party_link (secret_hash, kind, party, expires_at)"
            + " VALUES (?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? HOUR)",
        Secrets.sha256(secret),
        kind,
        party.value(),
        kind.hours);
    return kind.path + secret;
  }

  /** Keeps whose link it was that somebody followed just now. */
  void keepUsed(Kind kind, String secret, PartyId party) {
    sql.change(
        "INSERT INTO party_link (secret_hash, kind, party, expires_at, used_at)"
            + " VALUES (?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
        Secrets.sha256(secret),
        kind,
        party.value());
  }

  /** Whether the link for a new password would work now. */
  public boolean resets(String secret) {
    return sql.number(
            "SELECT COUNT(*) FROM party_link WHERE secret_hash = ? AND kind = ?"
                + " AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6)",
            Secrets.sha256(secret),
            Kind.RESET)
        == 1;
  }

  /** Whether an address has been confirmed with the link before. */
  public boolean confirmed(String secret) {
    return owner(Kind.CONFIRM, secret).isPresent();
  }

  /**
   * Uses the link up.
   *
   * @return whose it is
   * @throws Refused {@link PartyRefused.LinkExpired}
   */
  PartyId use(Kind kind, String secret) {
    int used =
        sql.change(
            "UPDATE party_link SET used_at = UTC_TIMESTAMP(6) WHERE secret_hash = ? AND kind = ?"
                + " AND used_at IS NULL AND expires_at > UTC_TIMESTAMP(6)",
            Secrets.sha256(secret),
            kind);
    if (used == 0) {
      throw new Refused(new PartyRefused.LinkExpired());
    }
    return owner(kind, secret).orElseThrow();
  }

  /** Whose link it is or was. */
  Optional<PartyId> owner(Kind kind, String secret) {
    return sql.one(
        "SELECT party FROM party_link WHERE secret_hash = ? AND kind = ?",
        row -> new PartyId(row.getLong(1)),
        Secrets.sha256(secret),
        kind);
  }
}
