package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;
import wasl.pledge.ConfirmPledge;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.DomainEvent;

/**
 * A visit to the gateway's page has saved a card. A started pledge is confirmed; one in repair is
 * charged again; while cancelling is possible the new card takes the old one's place; a card that
 * comes too late, or that has been through too many hands, is detached.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SaveCard {

  @Inject private Cards cards;
  @Inject private Pledges pledges;
  @Inject private PledgeQueries queries;
  @Inject private ConfirmPledge confirm;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * @param taken whether the card may be used here
   */
  public record Command(
      Actor by, PledgeId pledge, String session, StripeGateway.Card card, boolean taken) {}

  /**
   * Keeps the card; the second time nothing happens.
   *
   * @return the pledge's state after it
   */
  public PledgeState handle(Command command) {
    Instant now = clock.instant();
    if (!command.taken()) {
      return refuse(command, now);
    }
    PledgeState state = confirm.handle(new ConfirmPledge.Command(command.by(), command.pledge()));
    cards.endVisit(command.session(), now);
    boolean another = cards.card(command.pledge()).isPresent();
    if (!cards.add(command.pledge(), command.card(), now)) {
      return state;
    }
    switch (state) {
      case REFLECTING, FIRM -> {
        if (another && !queries.find(command.pledge()).orElseThrow().cancellable(now)) {
          cards.unuse(command.card().paymentMethod(), now);
        } else {
          cards.unuse(command.pledge(), command.card().paymentMethod(), now);
        }
      }
      case REPAIR -> cards.unuse(command.pledge(), command.card().paymentMethod(), now);
      // the card that is being charged stays; the new one came too late
      case CHARGING -> cards.unuse(command.card().paymentMethod(), now);
      default -> cards.unuse(command.pledge(), null, now);
    }
    events.fire(new PaymentEvent.CardUnused(command.pledge()));
    return state == PledgeState.REPAIR ? chargeAgain(command.pledge(), now) : state;
  }

  private PledgeState refuse(Command command, Instant now) {
    Pledge pledge = pledges.lock(command.pledge());
    cards.endVisit(command.session(), now);
    if (cards.add(command.pledge(), command.card(), now)) {
      cards.unuse(command.card().paymentMethod(), now);
      events.fire(new PaymentEvent.CardUnused(command.pledge()));
    }
    return pledge.state();
  }

  private PledgeState chargeAgain(PledgeId id, Instant now) {
    Pledge pledge = pledges.lock(id);
    if (pledge.state() == PledgeState.REPAIR) {
      pledge.charge(now);
      pledges.save(pledge);
    }
    return pledge.state();
  }
}
