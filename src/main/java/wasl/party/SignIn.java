package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * Somebody proves to be the owner of an account. An unknown address, also one for which somebody
 * signed up and has not confirmed, takes as long as a wrong password and is answered the same. Runs
 * without a transaction around it: checking a password takes long, and no database connection
 * should wait for it.
 *
 * <p>Refusals: {@link PartyRefused.TooManyAttempts}, {@link PartyRefused.SignInFailed}, {@link
 * PartyRefused.SwitchedOff}, {@link PartyRefused.Busy}.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class SignIn {

  @Inject private Sql sql;
  @Inject private Passwords passwords;
  @Inject private Throttle throttle;

  /**
   * What was typed.
   *
   * @param address from which the request comes; null for the system itself
   */
  public record Command(Actor by, String email, String password, String address) {

    @Override
    public String toString() {
      return "SignIn.Command[" + email + "]";
    }
  }

  /**
   * Who signed in.
   *
   * @param stamp what a session or a token keeps beside the account: it ends when the password is
   *     changed
   */
  public record SignedIn(PartyId party, int stamp) {}

  private record Row(PartyId party, String hash, int stamp, boolean off) {}

  /** Checks address and password. */
  public SignedIn handle(Command command) {
    throttle.count(Throttle.SIGN_IN_ADDRESS, command.address());
    String password = PasswordRule.normal(command.password());
    Optional<EmailAddress> email = EmailAddress.parse(command.email());
    String account = email.map(EmailAddress::value).orElse("");
    throttle.count(Throttle.SIGN_IN_ACCOUNT, account);
    Optional<Row> row = email.flatMap(this::find);
    if (row.isEmpty()) {
      passwords.pretend(password);
      throw new Refused(new PartyRefused.SignInFailed());
    }
    if (!passwords.matches(password, row.get().hash())) {
      throw new Refused(new PartyRefused.SignInFailed());
    }
    throttle.takeBack(Throttle.SIGN_IN_ADDRESS, command.address());
    throttle.forget(Throttle.SIGN_IN_ACCOUNT, account);
    if (row.get().off()) {
      throw new Refused(new PartyRefused.SwitchedOff());
    }
    if (passwords.outdated(row.get().hash())) {
      renew(row.get(), password);
    }
    return new SignedIn(row.get().party(), row.get().stamp());
  }

  /** Keeps the password under today's parameters, unless it was changed meanwhile. */
  private void renew(Row row, String password) {
    sql.change(
        "UPDATE party SET password_hash = ?, version = version + 1"
            + " WHERE id = ? AND password_hash = ?",
        passwords.hash(password),
        row.party().value(),
        row.hash());
  }

  private Optional<Row> find(EmailAddress email) {
    return sql.one(
        "SELECT id, password_hash, stamp, switched_off_at IS NOT NULL FROM party WHERE email = ?",
        row ->
            new Row(
                new PartyId(row.getLong(1)), row.getString(2), row.getInt(3), row.getBoolean(4)),
        email.value());
  }
}
