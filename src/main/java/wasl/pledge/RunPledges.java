package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;

/**
 * Leads the pledges of ended campaigns on, a portion at a time. Killed at any moment it goes on
 * where it was: what is done is what the pledges' own states say.
 */
@ApplicationScoped
public class RunPledges implements DueWork {

  @Inject private PledgeRuns runs;
  @Inject private RunPortion portion;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "pledge-runs";
  }

  @Override
  public Optional<Instant> nextDue() {
    return runs.open(1).stream().findFirst().map(run -> clock.instant());
  }

  @Override
  public int doDue(Instant now) {
    return EachAlone.of(
        runs.open(20), run -> portion.handle(new RunPortion.Command(Actor.SYSTEM, run, now)));
  }
}
