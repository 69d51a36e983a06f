package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import wasl.ledger.Ledger;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;

/**
 * Writes down what became of an attempt, once. What is not definite leaves the pledge charging and
 * says when to ask again. Money of an attempt that was thought lost pays for a pledge that nothing
 * else pays; where nobody waits for it any more it is booked, goes back, and the investor is told.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SettleAttempt {

  /** How long the cardholder may take at the bank's page. */
  private static final Duration AT_THE_BANK = Duration.ofMinutes(30);

  /** States in which no other attempt has paid for the pledge, or will. */
  private static final Set<PledgeState> NOT_PAID =
      EnumSet.of(PledgeState.DROPPED, PledgeState.RELEASED, PledgeState.CANCELLED);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  @Inject private Pledges pledges;
  @Inject private Attempts attempts;
  @Inject private Repairs repairs;
  @Inject private Refunds refunds;
  @Inject private Ledger ledger;
  @Inject private ListingQueries listings;
  @Inject private Clock clock;

  public record Command(Actor by, long attempt, ChargeOutcome outcome) {}

  /** Settles the attempt, or puts the question off. A settled attempt stays as it is. */
  public void handle(Command command) {
    Instant now = clock.instant();
    Pledge pledge = pledges.lock(attempts.find(command.attempt()).orElseThrow().pledge());
    Attempt attempt = attempts.lock(command.attempt()).orElseThrow();
    if (command.outcome() instanceof ChargeOutcome.Paid paid) {
      if (attempt.state() != AttemptState.PAID) {
        collect(pledge, attempt, paid, now);
      }
    } else if (attempt.state().settled()) {
      return;
    } else if (command.outcome() instanceof ChargeOutcome.Declined declined) {
      attempts.declined(attempt, declined.intent(), declined.reason(), now);
      repair(pledge, declined.reason(), now);
    } else if (command.outcome() instanceof ChargeOutcome.Absent) {
      attempts.absent(attempt, now);
      again(pledge, now);
    } else {
      wait(attempt, command.outcome(), now);
    }
  }

  private void collect(Pledge pledge, Attempt attempt, ChargeOutcome.Paid paid, Instant now) {
    attempts.paid(attempt, paid, now);
    ledger.post(PaymentPostings.collected(attempt, paid));
    if (paid.fee() != null && paid.fee().isPositive()) {
      ledger.post(PaymentPostings.gatewayFee(attempt, paid.charge(), paid.fee(), paid.at()));
    }
    if (!wanted(pledge, attempt)) {
      giveBack(pledge, attempt, now);
      return;
    }
    repairs.rest(pledge.id());
    if (pledge.state() == PledgeState.REPAIR) {
      pledge.chargeOnSession(now);
    }
    pledge.collect(now);
    pledges.save(pledge);
    if (over(pledge)) {
      refunds.begin(pledge, attempt, RefundReason.LATE, now);
    }
  }

  /**
   * An attempt that was thought to have failed must not pay for a pledge that another one pays; it
   * does where nothing else is under way.
   */
  private boolean wanted(Pledge pledge, Attempt attempt) {
    return switch (pledge.state()) {
      case CHARGING -> !attempt.state().settled() || nothingUnderWay(pledge);
      case REPAIR -> nothingUnderWay(pledge);
      default -> false;
    };
  }

  private boolean nothingUnderWay(Pledge pledge) {
    return attempts.last(pledge.id()).filter(last -> !last.state().settled()).isEmpty();
  }

  /** The cardholder sees the charge, so is told of it too. */
  private void giveBack(Pledge pledge, Attempt attempt, Instant now) {
    boolean paidOtherwise = !NOT_PAID.contains(pledge.state());
    refunds.begin(pledge, attempt, paidOtherwise ? RefundReason.DUPLICATE : RefundReason.LATE, now);
    Money total = attempt.total();
    pledges.announce(
        new PledgeEvent.PledgeChargeReturned(
            pledge.id(),
            pledge.listing(),
            pledge.investor(),
            total.amountMinor(),
            total.currency().name()));
  }

  private void repair(Pledge pledge, DeclineReason reason, Instant now) {
    if (pledge.state() != PledgeState.CHARGING) {
      return;
    }
    if (over(pledge)) {
      letGo(pledge, now);
    } else {
      repairs.open(pledge, reason, now);
      pledge.decline(reason.name(), now);
      pledges.save(pledge);
    }
  }

  /** Nothing was taken and nobody waits for it any more. */
  private void letGo(Pledge pledge, Instant now) {
    pledge.decline(DeclineReason.STOPPED.name(), now);
    pledge.drop(now);
    pledges.save(pledge);
  }

  private boolean over(Pledge pledge) {
    ListingState state = listings.facts(pledge.listing()).state();
    return state == ListingState.UNFUNDED || state == ListingState.STOPPED;
  }

  /** The gateway never booked it: the charge is still due, under a new number. */
  private void again(Pledge pledge, Instant now) {
    if (pledge.state() != PledgeState.CHARGING) {
      return;
    }
    if (over(pledge)) {
      letGo(pledge, now);
    } else {
      pledges.announce(
          new PledgeEvent.PledgeChargeDue(pledge.id(), pledge.listing(), pledge.investor()));
    }
  }

  private void wait(Attempt attempt, ChargeOutcome outcome, Instant now) {
    if (outcome instanceof ChargeOutcome.ActionNeeded action) {
      attempts.wait(attempt, AttemptState.AUTHENTICATING, action.intent(), now.plus(AT_THE_BANK));
    } else if (outcome instanceof ChargeOutcome.Processing processing) {
      attempts.wait(attempt, AttemptState.UNKNOWN, processing.intent(), askAt(attempt, now));
    } else if (outcome instanceof ChargeOutcome.Busy) {
      attempts.wait(attempt, attempt.state(), null, askAt(attempt, now));
    } else {
      attempts.wait(attempt, AttemptState.UNKNOWN, null, askAt(attempt, now));
    }
  }

  private static Instant askAt(Attempt attempt, Instant now) {
    Duration pause = Duration.ofSeconds(2L << Math.min(attempt.asked(), 9));
    return now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }
}
