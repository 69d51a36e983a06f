package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;

/**
 * Makes attempts and asks what became of them. Calls the gateway, so never inside a transaction: it
 * stands between the short ones of {@link BeginAttempt} and {@link SettleAttempt}.
 */
@ApplicationScoped
public class Charger {

  /** Stripe keeps an idempotency key for at least a day: so long the same attempt may be resent. */
  private static final Duration RESENT_WITHIN = Duration.ofHours(20);

  /** A call that was given up may reach the gateway so much later; nobody resends it meanwhile. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

  /** Two to this power, in seconds, is the longest distance of attempts in a gateway's trouble. */
  private static final int FARTHEST = 9;

  @Inject private BeginAttempt begin;
  @Inject private SettleAttempt settle;
  @Inject private Attempts attempts;
  @Inject private StripeCharges gateway;
  @Inject private ChargePace pace;
  @Inject private ChargePauses pauses;
  @Inject private SettledCurrencies settled;
  @Inject private Repairs repairs;
  @Inject private ListingQueries listings;
  @Inject private Clock clock;

  /**
   * Charges a pledge's card if it is to be charged, or asks about the attempt that is open. While
   * finance holds charging nothing is done: the end of the pause makes it due again.
   */
  void charge(PledgeEvent.PledgeChargeDue due) {
    if (pauses.hold(due.listing())) {
      return;
    }
    pace.take();
    // Whoever pauses while turns are waited for is heard too.
    if (pauses.hold(due.listing())) {
      return;
    }
    settled.askIfUnknown();
    PledgeId pledge = due.pledge();
    begin
        .handle(new BeginAttempt.Command(Actor.SYSTEM, pledge, false))
        .ifPresent(
            begun -> {
              Attempt attempt = begun.attempt();
              if (begun.fresh()) {
                settle(attempt, gateway.charge(attempt, null));
              } else if (!atTheBank(attempt)) {
                settle(attempt, ask(attempt));
              }
            });
  }

  /** The investor is at the bank's page and has time: whoever asks now would end it. */
  private boolean atTheBank(Attempt attempt) {
    return attempt.state() == AttemptState.AUTHENTICATING
        && attempt.askAt() != null
        && clock.instant().isBefore(attempt.askAt());
  }

  /**
   * Charges the card while the investor is there.
   *
   * @return the bank's page to which the investor must go; nothing where none is needed
   */
  Optional<String> chargeNow(PledgeId pledge, String back) {
    settled.askIfUnknown();
    Optional<BeginAttempt.Begun> begun =
        begin.handle(new BeginAttempt.Command(Actor.SYSTEM, pledge, true));
    if (begun.isEmpty()) {
      return Optional.empty();
    }
    Attempt attempt = begun.get().attempt();
    ChargeOutcome outcome = begun.get().fresh() ? gateway.charge(attempt, back) : glance(attempt);
    settle(attempt, outcome);
    return outcome instanceof ChargeOutcome.ActionNeeded action
        ? Optional.ofNullable(action.address())
        : Optional.empty();
  }

  /** Asks about an attempt, if it is still open. */
  void askAbout(long id) {
    attempts
        .find(id)
        .filter(attempt -> !attempt.state().settled())
        .ifPresent(
            attempt -> {
              pace.take();
              settle(attempt, ask(attempt));
            });
  }

  /**
   * Looks at a payment intent of which the gateway has told, without ending what the cardholder is
   * doing at the bank's page. A settled attempt is looked at too: money may come late.
   */
  void lookAt(long id, String intent) {
    attempts.find(id).ifPresent(attempt -> settle(attempt, gateway.find(intent)));
  }

  /** Looks how far an attempt is at which the investor is there. */
  void lookAt(long id) {
    attempts
        .find(id)
        .filter(attempt -> !attempt.state().settled())
        .ifPresent(attempt -> settle(attempt, glance(attempt)));
  }

  /**
   * Looks without drawing a conclusion from silence: the call of another click, or of the charge
   * lane, may still be on its way. What is not there is asked about later.
   */
  private ChargeOutcome glance(Attempt attempt) {
    ChargeOutcome found = look(attempt);
    return found instanceof ChargeOutcome.Absent
        ? new ChargeOutcome.Unknown("nothing there yet")
        : found;
  }

  private ChargeOutcome look(Attempt attempt) {
    return attempt.intent() == null ? gateway.search(attempt) : gateway.find(attempt.intent());
  }

  private ChargeOutcome ask(Attempt attempt) {
    ChargeOutcome found = look(attempt);
    if (found instanceof ChargeOutcome.ActionNeeded waiting) {
      // Whoever was at the bank's page has had their time.
      return gateway.cancel(waiting.intent());
    }
    if (!(found instanceof ChargeOutcome.Absent)) {
      return found;
    }
    Instant now = clock.instant();
    if (attempt.onSession()) {
      return now.isBefore(attempt.startedAt().plus(ON_ITS_WAY))
          ? new ChargeOutcome.Unknown("the call may still be on its way")
          // Nobody is there any more: the investor begins again.
          : new ChargeOutcome.Declined(null, reasonBefore(attempt));
    }
    if (!now.isBefore(attempt.startedAt().plus(RESENT_WITHIN))) {
      return found;
    }
    if (listings.facts(attempt.listing()).state() != ListingState.COLLECTING) {
      // Nothing is charged now; but the first call may still be on its way.
      return new ChargeOutcome.Unknown("its listing is not collecting");
    }
    if (pauses.hold(attempt.listing())) {
      return new ChargeOutcome.Unknown("charging is paused");
    }
    // The same key books the same charge: if the first call is still on its way, it is this one.
    ChargeOutcome sent = gateway.charge(attempt, null);
    return sent instanceof ChargeOutcome.Spent ? bookedUnder(attempt, now) : sent;
  }

  /**
   * What came of a key under which nothing can happen any more. If that is nothing, a new attempt
   * may begin; one after the other at a growing distance, as long as the gateway is in trouble.
   */
  private ChargeOutcome bookedUnder(Attempt attempt, Instant now) {
    ChargeOutcome found = look(attempt);
    Duration distance = Duration.ofSeconds(1L << Math.min(attempt.number(), FARTHEST));
    boolean early = now.isBefore(attempt.startedAt().plus(distance));
    return found instanceof ChargeOutcome.Absent && early
        ? new ChargeOutcome.Unknown("the gateway is in trouble")
        : found;
  }

  /**
   * A bank that asked for its customer still does; of a call that was lost nothing else is known.
   */
  private DeclineReason reasonBefore(Attempt attempt) {
    return repairs
        .find(attempt.pledge())
        .map(Repairs.Repair::reason)
        .filter(reason -> reason == DeclineReason.AUTHENTICATION)
        .orElse(DeclineReason.PROCESSING);
  }

  private void settle(Attempt attempt, ChargeOutcome outcome) {
    if (outcome instanceof ChargeOutcome.Busy busy) {
      pace.slowDown(busy.retryAfter());
    } else if (!(outcome instanceof ChargeOutcome.Unknown)) {
      pace.wentWell();
    }
    settle.handle(new SettleAttempt.Command(Actor.SYSTEM, attempt.id(), outcome));
  }
}
