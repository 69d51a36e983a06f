package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/** The invitations of officers. They live in real time; the hash of the secret is kept only. */
@ApplicationScoped
public class Invitations {

  private static final int DAYS = 7;
  private static final String SELECT =
      "SELECT id, email, institution, roles, lang, invited_by IS NULL AS first, invited_at,"
          + " expires_at, accepted_at, revoked_at, expires_at <= UTC_TIMESTAMP(6) AS expired"
          + " FROM party_invitation ";

  @Inject private Sql sql;

  /** Where an invitation stands. */
  public enum State {
    OPEN,
    ACCEPTED,
    REVOKED,
    EXPIRED
  }

  /**
   * An invitation.
   *
   * @param first whether it is for the first administrator
   */
  public record Invitation(
      long id,
      EmailAddress email,
      InstitutionId institution,
      Set<Role> roles,
      Lang lang,
      boolean first,
      Instant invitedAt,
      Instant expiresAt,
      State state) {

    /** The 13 characters that stand for it outside the system. */
    public String key() {
      return Ids.text(id);
    }
  }

  /** The invitations, the newest first. */
  public Page<Invitation> newest(Page.Wish wish) {
    return new Page<>(
        sql.list(
            SELECT + "ORDER BY invited_at DESC, id DESC LIMIT ? OFFSET ?",
            Invitations::read,
            wish.size(),
            wish.offset()),
        wish.page(),
        wish.size(),
        sql.number("SELECT COUNT(*) FROM party_invitation"));
  }

  /**
   * The invitation behind a letter's link, if it can be accepted now.
   *
   * @throws Refused {@link PartyRefused.LinkExpired}
   */
  public Invitation open(String secret) {
    Optional<Invitation> found =
        sql.one(SELECT + "WHERE secret_hash = ?", Invitations::read, Secrets.sha256(secret));
    return found
        .filter(invitation -> invitation.state() == State.OPEN)
        .orElseThrow(() -> new Refused(new PartyRefused.LinkExpired()));
  }

  /** Writes an invitation and ends earlier open ones to the same address; returns its path. */
  String add(
      EmailAddress email,
      InstitutionId institution,
      Set<Role> roles,
      Lang lang,
      PartyId by,
      Instant now) {
    sql.change(
        "UPDATE party_invitation SET revoked_at = ?"
            + " WHERE email = ? AND accepted_at IS NULL AND revoked_at IS NULL",
        now,
        email.value());
    String secret = Secrets.token();
    sql.change(
        "INSERT INTO party_invitation (id, secret_hash, email, institution, roles, lang,"
            + " invited_by, invited_at, expires_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? DAY)",
        Ids.next(),
        Secrets.sha256(secret),
        email.value(),
        institution.value(),
        Role.text(roles),
        lang,
        by == null ? null : by.value(),
        now,
        DAYS);
    return "/invitation/" + secret;
  }

  /** Marks an open invitation as accepted; false if it is not open any more. */
  boolean accept(long id, Instant now) {
    return sql.change(
            "UPDATE party_invitation SET accepted_at = ? WHERE id = ? AND accepted_at IS NULL"
                + " AND revoked_at IS NULL AND expires_at > UTC_TIMESTAMP(6)",
            now,
            id)
        == 1;
  }

  /** Withdraws an invitation; false if it was accepted or withdrawn. */
  boolean revoke(long id, Instant now) {
    return sql.change(
            "UPDATE party_invitation SET revoked_at = ?"
                + " WHERE id = ? AND accepted_at IS NULL AND revoked_at IS NULL",
            now,
            id)
        == 1;
  }

  /** Withdraws every open invitation for a first administrator. */
  void revokeFirst(Instant now) {
    sql.change(
        "UPDATE party_invitation SET revoked_at = ?"
            + " WHERE invited_by IS NULL AND accepted_at IS NULL AND revoked_at IS NULL",
        now);
  }

  /** Whether the installation has an administrator. */
  boolean administratorExists() {
    return sql.number("SELECT COUNT(*) FROM party WHERE FIND_IN_SET('ADMINISTRATOR', roles) > 0")
        > 0;
  }

  private static Invitation read(ResultSet row) throws SQLException {
    return new Invitation(
        row.getLong("id"),
        new EmailAddress(row.getString("email")),
        new InstitutionId(row.getLong("institution")),
        Role.parse(row.getString("roles")),
        Lang.valueOf(row.getString("lang")),
        row.getBoolean("first"),
        Sql.instant(row, "invited_at"),
        Sql.instant(row, "expires_at"),
        state(row));
  }

  private static State state(ResultSet row) throws SQLException {
    if (row.getTimestamp("accepted_at") != null) {
      return State.ACCEPTED;
    }
    if (row.getTimestamp("revoked_at") != null) {
      return State.REVOKED;
    }
    return row.getBoolean("expired") ? State.EXPIRED : State.OPEN;
  }
}
