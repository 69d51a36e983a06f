package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import wasl.shared.Lang;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/**
 * Who signed up and has not confirmed the address yet. Each sign-up has a link of its own: whoever
 * opens it from the mailbox gets the account with what was typed in that sign-up, whatever others
 * typed for the same address before or after. Registrations live in real time for three days; the
 * database keeps the hash of the secret only.
 */
@ApplicationScoped
public class Registrations {

  /** How long a registration waits for its confirmation, in hours of real time. */
  static final int HOURS = 72;

  private static final String PATH = "/confirm/";

  @Inject private Sql sql;

  /**
   * One sign-up.
   *
   * @param party the number that the account will have
   */
  record Registration(
      PartyId party,
      EmailAddress email,
      Party.Profile profile,
      Set<Role> roles,
      String passwordHash) {

    @Override
    public String toString() {
      return "Registration[" + party + "]";
    }
  }

  /** Keeps a sign-up; returns the path of its letter's link, without a language. */
  String add(Registration one) {
    String secret = Secrets.token();
    sql.change(
        "INSERT INTO party_registration (secret_hash, party, email, name, country, lang,"
            + " address_form, roles, password_hash, expires_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL ? HOUR)",
        Secrets.sha256(secret),
        one.party().value(),
        one.email().value(),
        one.profile().name().value(),
        one.profile().country(),
        one.profile().lang(),
        one.profile().addressForm(),
        Role.text(one.roles()),
        one.passwordHash(),
        HOURS);
    return PATH + secret;
  }

  /** The sign-up behind a letter's link, if it can be confirmed now. */
  Optional<Registration> open(String secret) {
    return sql.one(
        "SELECT * FROM party_registration WHERE secret_hash = ?"
            + " AND expires_at > UTC_TIMESTAMP(6)",
        Registrations::read,
        Secrets.sha256(secret));
  }

  /** In whose name the account would be opened; nothing where the link works no more. */
  public Optional<String> nameOf(String secret) {
    return open(secret).map(one -> one.profile().name().value());
  }

  /** The address has an account now: no other sign-up for it can be confirmed any more. */
  void forget(EmailAddress email) {
    sql.change("DELETE FROM party_registration WHERE email = ?", email.value());
  }

  private static Registration read(ResultSet row) throws SQLException {
    return new Registration(
        new PartyId(row.getLong("party")),
        new EmailAddress(row.getString("email")),
        new Party.Profile(
            PersonName.of(row.getString("name")),
            row.getString("country"),
            Lang.valueOf(row.getString("lang")),
            AddressForm.valueOf(row.getString("address_form"))),
        Role.parse(row.getString("roles")),
        row.getString("password_hash"));
  }
}
