package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import wasl.party.OneTimeLinks.Kind;
import wasl.shared.DomainEvent;

/**
 * Somebody forgot the password. Whether the address has an account is told by letter only. Whoever
 * signed up and never confirmed has no account: signing up again sends another letter.
 *
 * <p>Refusals: {@link PartyRefused.InvalidEmail}, {@link PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class AskPasswordReset {

  @Inject private Parties parties;
  @Inject private OneTimeLinks links;
  @Inject private Throttle throttle;
  @Inject private Event<DomainEvent> events;

  /**
   * What was typed.
   *
   * @param address from which the request comes; null for the system itself
   */
  public record Command(Actor by, String email, String address) {}

  /** Sends the letter if there is such an account. */
  public void handle(Command command) {
    EmailAddress email = EmailAddress.of(command.email());
    throttle.count(Throttle.LETTER_ADDRESS, command.address());
    throttle.count(Throttle.LETTER_ACCOUNT, email.value());
    throttle.inTurn(Throttle.LETTER_ACCOUNT, email.value());
    Optional<Party> known = parties.byEmail(email);
    if (known.isEmpty()) {
      return;
    }
    Party party = known.get();
    events.fire(
        new PartyEvent.PasswordResetAsked(
            party.id(),
            party.name(),
            party.addressForm(),
            email.value(),
            party.lang(),
            links.make(Kind.RESET, party.id())));
  }
}
