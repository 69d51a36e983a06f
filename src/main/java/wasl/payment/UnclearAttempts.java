package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.shared.DomainEvent;
import wasl.shared.DueWork;

/**
 * Sends attempts of which nothing definite is known into the charge lane, to be asked about: also
 * those whose caller died between the call and the answer.
 */
@ApplicationScoped
public class UnclearAttempts implements DueWork {

  private static final int PORTION = 50;

  /** When to send it again, should the lane lose it. */
  private static final Duration MEANWHILE = Duration.ofMinutes(10);

  @Inject private Attempts attempts;
  @Inject private Event<DomainEvent> events;

  @Override
  public String name() {
    return "payment-unclear";
  }

  @Override
  public Optional<Instant> nextDue() {
    return attempts.nextToAsk();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    List<Attempt> due = attempts.toAsk(now, PORTION);
    for (Attempt attempt : due) {
      attempts.askLater(attempt, now.plus(MEANWHILE));
      events.fire(new PaymentEvent.AttemptUnclear(attempt.id()));
    }
    return due.size();
  }
}
