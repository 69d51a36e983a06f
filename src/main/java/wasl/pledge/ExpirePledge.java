package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import wasl.party.Actor;

/** No card came within a day: the pledge is over. The gateway has been asked before. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class ExpirePledge {

  @Inject private Pledges pledges;
  @Inject private Clock clock;

  public record Command(Actor by, PledgeId pledge) {}

  /** Expires a pledge that still waits for its card; leaves any other as it is. */
  public void handle(Command command) {
    Pledge pledge = pledges.lock(command.pledge());
    if (pledge.state() == PledgeState.STARTED) {
      pledge.expire(clock.instant());
      pledges.save(pledge);
    }
  }
}
