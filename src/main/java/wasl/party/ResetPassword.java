package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.party.OneTimeLinks.Kind;
import wasl.shared.DomainEvent;
import wasl.shared.Refused;

/**
 * The owner of an address chooses a new password by the letter's link. Ends every session and token
 * of the account, and forgets the wrong passwords that were tried.
 *
 * <p>Refusals: {@link PartyRefused.LinkExpired}, {@link PartyRefused.PasswordShort}, {@link
 * PartyRefused.PasswordLong}, {@link PartyRefused.PasswordCommon}, {@link
 * PartyRefused.TooManyAttempts}, {@link PartyRefused.Busy}.
 */
@ApplicationScoped
@Transactional
public class ResetPassword {

  @Inject private Parties parties;
  @Inject private Passwords passwords;
  @Inject private OneTimeLinks links;
  @Inject private Throttle throttle;
  @Inject private Actors actors;
  @Inject private Event<DomainEvent> events;

  /**
   * The link's secret and what was typed.
   *
   * @param address from which the request comes; null for the system itself
   */
  public record Command(Actor by, String secret, String password, String address) {

    @Override
    public String toString() {
      return "ResetPassword.Command[]";
    }
  }

  /** Changes the password. */
  public void handle(Command command) {
    throttle.count(Throttle.LINK_ADDRESS, command.address());
    PartyId id =
        links
            .owner(Kind.RESET, command.secret())
            .orElseThrow(() -> new Refused(new PartyRefused.LinkExpired()));
    Party party = parties.lock(id);
    String password = PasswordRule.accept(command.password(), party.email(), party.name());
    links.use(Kind.RESET, command.secret());
    party.choosePassword(passwords.hash(password));
    throttle.forget(Throttle.SIGN_IN_ACCOUNT, party.email().value());
    throttle.takeBack(Throttle.LINK_ADDRESS, command.address());
    actors.forget();
    events.fire(
        new PartyEvent.PasswordChanged(
            party.id(), party.name(), party.addressForm(), party.email().value(), party.lang()));
  }
}
