package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import wasl.outbox.Handler;
import wasl.outbox.Lane;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.shared.DomainEvent;

/**
 * A card is forgotten as soon as it is no longer needed: the pledge is cancelled, expired, released
 * or dropped, or another card has taken its place. Visits that are still open are ended too.
 */
@ApplicationScoped
public class ForgetCards implements Handler<PaymentEvent.CardUnused> {

  @Inject private StripeGateway gateway;
  @Inject private Cards cards;
  @Inject private PledgeQueries pledges;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  void on(@Observes PledgeEvent.PledgeCancelled event) {
    forget(event.pledge());
  }

  void on(@Observes PledgeEvent.PledgeExpired event) {
    forget(event.pledge());
  }

  void on(@Observes PledgeEvent.PledgeReleased event) {
    forget(event.pledge());
  }

  void on(@Observes PledgeEvent.PledgeDropped event) {
    forget(event.pledge());
  }

  private void forget(PledgeId pledge) {
    cards.unuse(pledge, null, clock.instant());
    events.fire(new PaymentEvent.CardUnused(pledge));
  }

  /** Whether it takes no card any more; a visit for another card must not be ended. */
  private boolean over(PledgeId pledge) {
    return switch (pledges.find(pledge).orElseThrow().state()) {
      case STARTED, REFLECTING, FIRM, REPAIR -> false;
      default -> true;
    };
  }

  @Override
  public String name() {
    return "payment.forget-card";
  }

  @Override
  public Class<PaymentEvent.CardUnused> type() {
    return PaymentEvent.CardUnused.class;
  }

  @Override
  public Lane lane() {
    return Lane.MONEY;
  }

  @Override
  public void handle(long messageId, PaymentEvent.CardUnused event) {
    if (cards.card(event.pledge()).isEmpty() && over(event.pledge())) {
      for (Cards.Visit visit : cards.openVisits(event.pledge())) {
        gateway.expireCheckout(visit.session());
        cards.endVisit(visit.session(), clock.instant());
      }
    }
    for (String card : cards.toDetach(event.pledge())) {
      gateway.detach(card);
      cards.detached(card, clock.instant());
    }
  }
}
