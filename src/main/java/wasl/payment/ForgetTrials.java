package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import wasl.shared.DueWork;

/** Forgets tries with cards when no limit looks back at them any more. */
@ApplicationScoped
public class ForgetTrials implements DueWork {

  @Inject private CardTrials trials;

  @Override
  public String name() {
    return "payment-card-trials";
  }

  /** Nobody waits for it. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public int doDue(Instant now) {
    return trials.purge(now.minus(CardLimit.LONGEST));
  }
}
