package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import wasl.shared.DomainEvent;

/** Writes in a transaction of its own and dies in the middle of it. */
@ApplicationScoped
public class HalfDone {

  @Inject private Event<DomainEvent> events;

  @Transactional(TxType.REQUIRES_NEW)
  void writeAndFail(String text) {
    events.fire(new ProbeEvent(text));
    throw new IllegalStateException("in the middle");
  }
}
