package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeView;
import wasl.shared.Refused;

/**
 * An investor whose pledge is in repair pays now, with the saved card, and confirms the payment at
 * the bank where it asks for that. Calls the gateway: no transaction.
 */
@ApplicationScoped
public class PayNow {

  @Inject private PledgeQueries pledges;
  @Inject private Attempts attempts;
  @Inject private Repairs repairs;
  @Inject private ChargePauses pauses;
  @Inject private RetryCharge retry;
  @Inject private CardTesting testing;
  @Inject private Charger charger;

  /**
   * @param back where the investor comes back to from the bank's page
   */
  public record Command(Actor by, PledgeId pledge, String back) {}

  /**
   * Charges the saved card.
   *
   * @return the bank's page to which the investor must go; nothing where none is needed
   * @throws Refused {@code PledgeRefused.NotFound}, {@code PledgeRefused.StateChanged}; {@link
   *     PaymentRefused.ChargingPaused}, {@link PaymentRefused.OtherCardNeeded} for a card that its
   *     bank will not take, {@link PaymentRefused.TooManyCards}
   */
  public Optional<String> handle(Command command) {
    command.by().require(Permission.MANAGE_OWN_PLEDGE);
    PledgeView pledge = pledges.own(command.pledge(), command.by().party());
    boolean underWay =
        attempts.last(pledge.id()).filter(attempt -> !attempt.state().settled()).isPresent();
    if (!underWay && pauses.hold(pledge.listing().id())) {
      throw new Refused(new PaymentRefused.ChargingPaused());
    }
    if (pledge.state() != PledgeState.CHARGING) {
      if (repairs.find(pledge.id()).filter(repair -> !repair.reason().payable()).isPresent()) {
        throw new Refused(new PaymentRefused.OtherCardNeeded());
      }
      return testing.paying(pledge.investor(), pledge.id(), () -> again(command));
    }
    return charger.chargeNow(command.pledge(), command.back());
  }

  private Optional<String> again(Command command) {
    retry.handle(new RetryCharge.Command(command.by(), command.pledge(), true));
    return charger.chargeNow(command.pledge(), command.back());
  }
}
