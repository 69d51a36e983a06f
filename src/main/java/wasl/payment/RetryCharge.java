package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Refused;

/**
 * A pledge in repair is charged again: by itself on its days, or by the investor, who is there and
 * can confirm the payment at the bank.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RetryCharge {

  @Inject private Pledges pledges;
  @Inject private Repairs repairs;
  @Inject private ListingQueries listings;
  @Inject private Clock clock;

  /**
   * @param onSession whether the investor pays now; the caller then calls the gateway
   */
  public record Command(Actor by, PledgeId pledge, boolean onSession) {}

  /**
   * Puts the pledge back to charging.
   *
   * @throws Refused {@link PledgeRefused.NotFound}, {@link PledgeRefused.StateChanged}; neither for
   *     the system, which leaves such a pledge as it is
   */
  public void handle(Command command) {
    Instant now = clock.instant();
    Pledge pledge = pledges.lock(command.pledge());
    if (!command.by().system()) {
      command.by().require(Permission.MANAGE_OWN_PLEDGE);
      if (!pledge.investor().equals(command.by().party())) {
        throw new Refused(new PledgeRefused.NotFound());
      }
    }
    boolean open =
        pledge.state() == PledgeState.REPAIR
            && listings.facts(pledge.listing()).state() == ListingState.COLLECTING;
    repairs.rest(pledge.id());
    if (!open) {
      if (command.by().system()) {
        return;
      }
      throw new Refused(new PledgeRefused.StateChanged(pledge.state()));
    }
    if (command.onSession()) {
      pledge.chargeOnSession(now);
    } else {
      pledge.charge(now);
    }
    pledges.save(pledge);
  }
}
