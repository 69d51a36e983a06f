package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Refused;

/** A pledge in repair ends: the investor gives up, or the window is over. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class DropPledge {

  @Inject private Pledges pledges;
  @Inject private Repairs repairs;
  @Inject private ChargePauses pauses;
  @Inject private Clock clock;

  public record Command(Actor by, PledgeId pledge) {}

  /**
   * Drops the pledge. The system leaves one as it is that is no longer in repair, or whose investor
   * may not pay since finance holds the charges.
   *
   * @throws Refused {@link PledgeRefused.NotFound}, {@link PledgeRefused.StateChanged}
   */
  public void handle(Command command) {
    Pledge pledge = pledges.lock(command.pledge());
    if (!command.by().system()) {
      command.by().require(Permission.MANAGE_OWN_PLEDGE);
      if (!pledge.investor().equals(command.by().party())) {
        throw new Refused(new PledgeRefused.NotFound());
      }
    } else if (pledge.state() != PledgeState.REPAIR || pauses.hold(pledge.listing())) {
      return;
    }
    pledge.drop(clock.instant());
    repairs.rest(pledge.id());
    pledges.save(pledge);
  }
}
