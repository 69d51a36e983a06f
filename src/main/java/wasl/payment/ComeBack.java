package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.party.Actor;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeView;
import wasl.shared.Refused;

/**
 * The investor comes back from the gateway's page: the gateway is asked at once, without waiting
 * for its webhook. Calls the gateway: no transaction.
 */
@ApplicationScoped
public class ComeBack {

  @Inject private PledgeQueries pledges;
  @Inject private CheckoutVisits visits;
  @Inject private CardTesting testing;
  @Inject private Attempts attempts;
  @Inject private Charger charger;

  public record Command(Actor by, String token) {}

  /**
   * The pledge as it stands now.
   *
   * @throws Refused {@code PledgeRefused.NotFound}; {@link PaymentRefused.GatewayDown} where the
   *     gateway does not answer; {@link PaymentRefused.CardNotTaken} where the card that was saved
   *     last is not used
   */
  public PledgeView handle(Command command) {
    PledgeView pledge = pledges.opened(command.token());
    try {
      if (pledge.state() == PledgeState.CHARGING) {
        attempts
            .last(pledge.id())
            .filter(attempt -> attempt.onSession())
            .ifPresent(attempt -> charger.lookAt(attempt.id()));
      } else {
        visits.takeCards(pledge.id());
      }
    } catch (GatewaySilent silent) {
      throw new Refused(new PaymentRefused.GatewayDown());
    }
    if (testing.refusedLast(pledge.id())) {
      throw new Refused(new PaymentRefused.CardNotTaken());
    }
    return pledges.opened(command.token());
  }
}
