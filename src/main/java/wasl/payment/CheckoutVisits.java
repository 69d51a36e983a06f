package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.pledge.CardAtGateway;
import wasl.pledge.Mandate;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;
import wasl.shared.Refused;

/**
 * Visits to the gateway's page, where a card is saved: made when the investor goes to pay, looked
 * at when the investor comes back, when the gateway tells, and before a pledge expires. Calls the
 * gateway, so never inside a transaction.
 */
@ApplicationScoped
public class CheckoutVisits implements CardAtGateway {

  /** A visit is not handed out again so shortly before it ends. */
  private static final Duration LEFT_AT_LEAST = Duration.ofMinutes(10);

  @Inject private StripeGateway gateway;
  @Inject private Cards cards;
  @Inject private SaveCard save;
  @Inject private CardTesting testing;
  @Inject private PledgeQueries pledges;
  @Inject private Clock clock;

  /**
   * The address of the gateway's page for a pledge; the same while the visit is open and the
   * language is the same, in which the investor also comes back.
   *
   * @param address from which the investor comes; null where that is not known
   * @param back where the investor comes back to
   * @param cancel where the investor goes who changes their mind
   * @throws GatewaySilent where the gateway does not answer
   * @throws Refused {@link PaymentRefused.TooManyCards}
   */
  String open(PledgeView pledge, Lang lang, String address, String back, String cancel) {
    Instant now = clock.instant();
    Optional<Cards.Visit> open =
        cards.openVisits(pledge.id()).stream()
            .filter(visit -> visit.lang() == lang)
            .filter(visit -> visit.expiresAt().isAfter(now.plus(LEFT_AT_LEAST)))
            .findFirst();
    if (open.isPresent()) {
      testing.visitAgain(pledge.investor(), address);
      return open.get().url();
    }
    testing.visit(pledge.investor(), pledge.id(), address);
    String customer = customer(pledge, now);
    int number = cards.visits(pledge.id()) + 1;
    StripeGateway.Checkout checkout =
        gateway.openCheckout(pledge.id(), number, customer, Mandate.VERSION, back, cancel);
    Cards.Visit visit =
        new Cards.Visit(
            checkout.session(), pledge.id(), checkout.url(), lang, checkout.expiresAt());
    cards.keepVisit(pledge.id(), Mandate.VERSION, visit, now);
    return checkout.url();
  }

  private String customer(PledgeView pledge, Instant now) {
    return cards
        .customer(pledge.investor())
        .orElseGet(
            () -> {
              String made = gateway.customer(pledge.investor());
              cards.keepCustomer(pledge.investor(), made, now);
              return cards.customer(pledge.investor()).orElse(made);
            });
  }

  /**
   * Looks whether any of the pledge's visits has saved a card, and takes it.
   *
   * @return the pledge's state
   * @throws GatewaySilent where the gateway does not answer
   */
  PledgeState takeCards(PledgeId pledge) {
    for (Cards.Visit visit : cards.openVisits(pledge)) {
      take(pledge, visit.session());
    }
    return pledges.find(pledge).map(PledgeView::state).orElseThrow();
  }

  /** Takes the card that one visit has saved, if it has. */
  void take(PledgeId pledge, String session) {
    gateway
        .savedCard(session)
        .ifPresent(
            card -> {
              PartyId investor = pledges.find(pledge).orElseThrow().investor();
              boolean taken = testing.takes(investor, pledge, card);
              save.handle(new SaveCard.Command(Actor.SYSTEM, pledge, session, card, taken));
            });
  }

  /**
   * A visit could not save a card; after too many of them all of the pledge's visits end.
   *
   * @param event by which the gateway told it
   * @throws GatewaySilent where the gateway does not answer
   */
  void unsaved(String event, String setupIntent) {
    StripeGateway.Unsaved unsaved = gateway.unsaved(setupIntent);
    Optional<PledgeView> pledge = unsaved.pledge().flatMap(pledges::find);
    boolean goesOn =
        pledge
            .map(view -> testing.declined(view.investor(), view.id(), unsaved.fingerprint(), event))
            .orElse(true);
    if (!goesOn) {
      for (Cards.Visit visit : cards.openVisits(pledge.orElseThrow().id())) {
        gateway.expireCheckout(visit.session());
        cards.endVisit(visit.session(), clock.instant());
      }
    }
  }

  @Override
  public Answer look(PledgeId pledge) {
    try {
      return takeCards(pledge) == PledgeState.STARTED ? Answer.NONE : Answer.SAVED;
    } catch (GatewaySilent silent) {
      return Answer.UNKNOWN;
    }
  }
}
