package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.DueWork;

/** Looks once a minute of real time for charges that nobody is about to make. */
@ApplicationScoped
public class ForgottenCharges implements DueWork {

  private static final long EVERY_NANOS = 60_000_000_000L;

  @Inject private RememberCharges remember;

  private volatile long lastNanos = System.nanoTime();

  @Override
  public String name() {
    return "payment-forgotten-charges";
  }

  /** Never waited for: it only mends what a death has left. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public int doDue(Instant now) {
    if (System.nanoTime() - lastNanos < EVERY_NANOS) {
      return 0;
    }
    lastNanos = System.nanoTime();
    return remember.handle(new RememberCharges.Command(Actor.SYSTEM));
  }
}
