package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import wasl.party.OneTimeLinks.Kind;
import wasl.party.Registrations.Registration;
import wasl.shared.Refused;

/**
 * The owner of an address follows a letter's link: the account is opened with what was typed in the
 * sign-up that the letter belongs to. Other sign-ups for the address are void from then on.
 * Following the link again is no fault.
 *
 * <p>Refusals: {@link PartyRefused.LinkExpired}, {@link PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class ConfirmEmail {

  @Inject private Parties parties;
  @Inject private Registrations registrations;
  @Inject private OneTimeLinks links;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /**
   * What the link says.
   *
   * @param address from which the request comes; null for the system itself
   */
  public record Command(Actor by, String secret, String address) {}

  /** Opens the account; returns it. */
  public PartyId handle(Command command) {
    throttle.count(Throttle.LINK_ADDRESS, command.address());
    Optional<PartyId> before = links.owner(Kind.CONFIRM, command.secret());
    if (before.isPresent()) {
      return before.get();
    }
    EmailAddress email = registration(command.secret()).email();
    throttle.holdAddress(email);
    // read again: another link of the same address may have been first
    Registration mine = registration(command.secret());
    if (parties.byEmail(email).isPresent()) {
      throw new Refused(new PartyRefused.LinkExpired());
    }
    Party party =
        Party.register(
            mine.party(),
            email,
            mine.profile(),
            mine.roles(),
            mine.passwordHash(),
            clock.instant());
    parties.add(party);
    registrations.forget(email);
    links.keepUsed(Kind.CONFIRM, command.secret(), party.id());
    throttle.takeBack(Throttle.LINK_ADDRESS, command.address());
    return party.id();
  }

  private Registration registration(String secret) {
    return registrations
        .open(secret)
        .orElseThrow(() -> new Refused(new PartyRefused.LinkExpired()));
  }
}
