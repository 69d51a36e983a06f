package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import wasl.party.Actor;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * The investor goes to the gateway's page to save a card: for a started pledge, for one in repair,
 * or to take another card while the pledge can be changed. Calls the gateway: no transaction.
 */
@ApplicationScoped
public class GoToGateway {

  @Inject private PledgeQueries pledges;
  @Inject private CheckoutVisits visits;
  @Inject private Clock clock;

  /**
   * @param token names the pledge and opens it
   * @param lang in which the investor goes there and comes back
   * @param address from which the investor comes; null where that is not known
   * @param back where the investor comes back to
   */
  public record Command(Actor by, String token, Lang lang, String address, String back) {}

  /**
   * The gateway's page.
   *
   * @return nothing where the pledge takes no card: not any more, or not another one now
   * @throws Refused {@code PledgeRefused.NotFound}; {@link PaymentRefused.GatewayDown} where the
   *     gateway is slow or down: the pledge is kept; {@link PaymentRefused.TooManyCards}
   */
  public Optional<String> handle(Command command) {
    PledgeView pledge = pledges.opened(command.token());
    boolean takesCard =
        switch (pledge.state()) {
          case STARTED, REPAIR -> true;
          case REFLECTING, FIRM -> pledge.cancellable(clock.instant());
          default -> false;
        };
    if (!takesCard) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          visits.open(pledge, command.lang(), command.address(), command.back(), command.back()));
    } catch (GatewaySilent silent) {
      throw new Refused(new PaymentRefused.GatewayDown());
    }
  }
}
