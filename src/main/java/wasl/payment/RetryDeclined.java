package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;

/** Tries softly declined cards again on their days. */
@ApplicationScoped
public class RetryDeclined implements DueWork {

  private static final int PORTION = 50;

  @Inject private Repairs repairs;
  @Inject private RetryCharge retry;

  @Override
  public String name() {
    return "payment-retries";
  }

  @Override
  public Optional<Instant> nextDue() {
    return repairs.nextDue();
  }

  @Override
  public int doDue(Instant now) {
    return EachAlone.of(
        repairs.due(now, PORTION),
        one -> {
          retry.handle(new RetryCharge.Command(Actor.SYSTEM, one.pledge(), false));
          return 1;
        });
  }
}
