package wasl.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import wasl.party.OneTimeLinks.Kind;

/**
 * The owner of an address follows the letter's link. Following it again is no fault.
 *
 * <p>Refusals: {@link PartyRefused.LinkExpired}, {@link PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class ConfirmEmail {

  @Inject private Parties parties;
  @Inject private OneTimeLinks links;
  @Inject private Throttle throttle;
  @Inject private Clock clock;

  /**
   * What the link says.
   *
   * @param address from which the request comes; null for the system itself
   */
  public record Command(Actor by, String secret, String address) {}

  /** Confirms the address; returns the account. */
  public PartyId handle(Command command) {
    throttle.count(Throttle.LINK_ADDRESS, command.address());
    Optional<PartyId> owner = links.owner(Kind.CONFIRM, command.secret());
    if (owner.isPresent() && parties.get(owner.get()).confirmed()) {
      return owner.get();
    }
    PartyId id = links.use(Kind.CONFIRM, command.secret());
    parties.lock(id).confirm(clock.instant());
    throttle.takeBack(Throttle.LINK_ADDRESS, command.address());
    return id;
  }
}
