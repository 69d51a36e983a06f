package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import wasl.party.Actor;
import wasl.shared.DomainEvent;

/** Keeps what the gateway has told or would have told, each once, and has it looked at. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class KeepEvents {

  @Inject private Webhooks webhooks;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  public record Command(Actor by, List<Webhooks.Told> told) {}

  /**
   * Keeps them.
   *
   * @return how many were new
   */
  public int handle(Command command) {
    int added = 0;
    for (Webhooks.Told told : command.told()) {
      if (webhooks.add(told, clock.instant())) {
        events.fire(new PaymentEvent.WebhookStored(told.event()));
        added++;
      }
    }
    return added;
  }
}
