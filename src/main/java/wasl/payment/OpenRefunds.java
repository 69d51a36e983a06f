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

/** Asks again about refunds of which no end is known, in the money lane. */
@ApplicationScoped
public class OpenRefunds implements DueWork {

  private static final int PORTION = 50;
  private static final Duration AGAIN = Duration.ofHours(6);

  @Inject private Refunds refunds;
  @Inject private Event<DomainEvent> events;

  @Override
  public String name() {
    return "payment-refunds";
  }

  @Override
  public Optional<Instant> nextDue() {
    return refunds.nextToAsk();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    List<Refund> due = refunds.toAsk(now, PORTION);
    for (Refund refund : due) {
      refunds.askLater(refund, now.plus(AGAIN));
      events.fire(new PaymentEvent.RefundDue(refund.id()));
    }
    return due.size();
  }
}
