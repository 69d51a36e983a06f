package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Ids;

/**
 * Writes an attempt down before the gateway is called. While the last one has no definite outcome
 * there is no new one: that one is handed out again, to be asked about.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class BeginAttempt {

  /** When an attempt whose caller died is asked about. */
  private static final Duration FIRST_ASK = Duration.ofMinutes(2);

  @Inject private Pledges pledges;
  @Inject private Attempts attempts;
  @Inject private Cards cards;
  @Inject private Repairs repairs;
  @Inject private ChargePauses pauses;
  @Inject private SettledCurrencies settled;
  @Inject private ListingQueries listings;
  @Inject private Clock clock;

  /**
   * @param onSession whether the investor is there and pays now
   */
  public record Command(Actor by, PledgeId pledge, boolean onSession) {}

  /**
   * @param fresh whether it was written down now; else the gateway is asked about it
   */
  record Begun(Attempt attempt, boolean fresh) {}

  /**
   * The attempt to make or to ask about; none where the pledge is not being charged, finance holds
   * charging, or the gateway's account is not known to settle in its currency. Such a pledge
   * stands, and the watchdog tells finance of it.
   */
  public Optional<Begun> handle(Command command) {
    Instant now = clock.instant();
    Pledge pledge = pledges.lock(command.pledge());
    if (pledge.state() != PledgeState.CHARGING) {
      return Optional.empty();
    }
    Optional<Attempt> last = attempts.last(pledge.id());
    if (last.isPresent() && !last.get().state().settled()) {
      return Optional.of(new Begun(last.get(), false));
    }
    if (listings.facts(pledge.listing()).state() != ListingState.COLLECTING
        || pauses.hold(pledge.listing())
        || !settled.surely(pledge.amount().currency())) {
      return Optional.empty();
    }
    Optional<Cards.Saved> card = cards.card(pledge.id());
    if (card.isEmpty()) {
      repairs.open(pledge, DeclineReason.CARD_GONE, now);
      pledge.decline(DeclineReason.CARD_GONE.name(), now);
      pledges.save(pledge);
      return Optional.empty();
    }
    Attempt attempt = fresh(pledge, card.get(), last, command.onSession(), now);
    attempts.add(attempt);
    return Optional.of(new Begun(attempt, true));
  }

  private static Attempt fresh(
      Pledge pledge, Cards.Saved card, Optional<Attempt> last, boolean onSession, Instant now) {
    return new Attempt(
        Ids.next(),
        pledge.id(),
        pledge.listing(),
        last.map(Attempt::number).orElse(0) + 1,
        AttemptState.STARTED,
        onSession,
        card.customer(),
        card.paymentMethod(),
        pledge.amount(),
        pledge.tip(),
        null,
        null,
        null,
        null,
        now,
        null,
        0,
        now.plus(FIRST_ASK));
  }
}
