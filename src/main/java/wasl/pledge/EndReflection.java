package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;

/** The days of reflection are over: the pledge is firm. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class EndReflection {

  @Inject private Pledges pledges;
  @Inject private Clock clock;

  public record Command(Actor by, PledgeId pledge) {}

  /** Makes the pledge firm if its days are over; leaves any other as it is. */
  public void handle(Command command) {
    Instant now = clock.instant();
    Pledge pledge = pledges.lock(command.pledge());
    if (pledge.state() == PledgeState.REFLECTING && !now.isBefore(pledge.reflectingUntil())) {
      pledge.endReflection(now);
      pledges.save(pledge);
    }
  }
}
