package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.shared.DomainEvent;
import wasl.shared.Refused;

/**
 * Somebody signed in chooses another password. Every other session and token of the account ends.
 *
 * <p>Refusals: {@link AccessRefused.SignInNeeded}, {@link PartyRefused.PasswordWrong}, {@link
 * PartyRefused.PasswordShort}, {@link PartyRefused.PasswordLong}, {@link
 * PartyRefused.PasswordCommon}, {@link PartyRefused.TooManyAttempts}, {@link PartyRefused.Busy}.
 */
@ApplicationScoped
@Transactional
public class ChangePassword {

  @Inject private Parties parties;
  @Inject private Passwords passwords;
  @Inject private Throttle throttle;
  @Inject private Actors actors;
  @Inject private Event<DomainEvent> events;

  /** What was typed. */
  public record Command(Actor by, String present, String wanted) {

    @Override
    public String toString() {
      return "ChangePassword.Command[" + by.party() + "]";
    }
  }

  /** Changes the password; returns what the present session has to keep to go on. */
  public SignIn.SignedIn handle(Command command) {
    if (!command.by().signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    Party party = parties.lock(command.by().party());
    String account = party.email().value();
    throttle.count(Throttle.SIGN_IN_ACCOUNT, account);
    if (!passwords.matches(PasswordRule.normal(command.present()), party.passwordHash())) {
      throw new Refused(new PartyRefused.PasswordWrong());
    }
    throttle.forget(Throttle.SIGN_IN_ACCOUNT, account);
    String password = PasswordRule.accept(command.wanted(), party.email(), party.name());
    party.choosePassword(passwords.hash(password));
    actors.forget();
    events.fire(
        new PartyEvent.PasswordChanged(
            party.id(), party.name(), party.addressForm(), account, party.lang()));
    return new SignIn.SignedIn(party.id(), party.stamp());
  }
}
