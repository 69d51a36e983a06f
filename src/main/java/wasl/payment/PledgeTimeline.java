package wasl.payment;

import static wasl.payment.PledgeMoment.Kind.*;
import static wasl.payment.PledgeMoment.done;
import static wasl.payment.PledgeMoment.late;
import static wasl.payment.PledgeMoment.next;
import static wasl.payment.PledgeMoment.now;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wasl.listing.ListingState;
import wasl.pledge.PledgeAction;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeStep;
import wasl.pledge.PledgeView;

/**
 * The time line of a pledge: what has happened, oldest first, then what is going on, then what will
 * happen if nothing intervenes. Only what is known is said: a charge without an answer is called
 * unknown.
 */
final class PledgeTimeline {

  private final Known known;
  private final List<PledgeMoment> past = new ArrayList<>();
  private final List<PledgeMoment> present = new ArrayList<>();
  private final List<PledgeMoment> future = new ArrayList<>();

  /**
   * All that is known of a pledge.
   *
   * @param attempts to charge it, the oldest first: also one whose money came twice and goes back
   * @param repair null where it never was in repair
   * @param refunds of all its attempts
   */
  record Known(
      PledgeView pledge,
      List<PledgeStep> steps,
      List<Attempt> attempts,
      Repairs.Repair repair,
      List<Receipt.Back> refunds,
      List<Dispute> disputes,
      Instant now) {}

  /**
   * A dispute.
   *
   * @param state OPEN, WON or LOST
   * @param closedAt null while it is open
   */
  record Dispute(String state, Instant openedAt, Instant closedAt) {}

  private PledgeTimeline(Known known) {
    this.known = known;
  }

  static List<PledgeMoment> of(Known known) {
    PledgeTimeline line = new PledgeTimeline(known);
    line.promise();
    line.charges();
    line.returns();
    line.end();
    line.past.sort(Comparator.comparing(PledgeMoment::at));
    List<PledgeMoment> all = new ArrayList<>(line.past);
    all.addAll(line.present);
    line.future.stream().sorted(Comparator.comparing(PledgeMoment::at)).forEach(all::add);
    return List.copyOf(all);
  }

  private void promise() {
    PledgeView pledge = known.pledge();
    past.add(done(PLACED, pledge.placedAt()));
    PledgeState before = null;
    for (PledgeStep step : known.steps()) {
      // a part that goes back later is a step within a state too, and tells of itself
      if (step.state() == before && PledgeState.LIFECYCLE.allows(before, PledgeAction.CANCEL)) {
        past.add(done(CHANGED, step.at()));
      }
      before = step.state();
    }
    if (pledge.confirmedAt() != null) {
      past.add(done(CARD_SAVED, pledge.confirmedAt()));
    }
    switch (pledge.state()) {
      case STARTED -> present.add(now(CARD_AWAITED, pledge.waitsUntil()));
      case REFLECTING, FIRM -> waiting(pledge);
      default -> {
        if (stepTo(PledgeState.CHARGING) != null) {
          reflection(pledge);
          past.add(done(CANCEL_OVER, pledge.cancelUntil()));
        }
      }
    }
  }

  private void waiting(PledgeView pledge) {
    reflection(pledge);
    if (pledge.listing().state() == ListingState.SUSPENDED) {
      // the dates move with the pause: none can be told
      present.add(late(PAUSED, null));
      return;
    }
    Instant until = pledge.cancelUntil();
    if (known.now().isBefore(until)) {
      future.add(next(CANCEL_ENDS, until));
    } else {
      past.add(done(CANCEL_OVER, until));
    }
    future.add(next(CHARGE_PLANNED, pledge.listing().deadline()));
  }

  private void reflection(PledgeView pledge) {
    Instant until = pledge.reflectingUntil();
    if (until == null) {
      return;
    }
    if (pledge.state() == PledgeState.REFLECTING) {
      future.add(next(REFLECTION_ENDS, until));
    } else {
      past.add(done(REFLECTION_OVER, until));
    }
  }

  private void charges() {
    for (Attempt attempt : known.attempts()) {
      switch (attempt.state()) {
        case PAID -> past.add(done(CHARGED, attempt.settledAt()));
        case DECLINED ->
            past.add(
                new PledgeMoment(
                    DECLINED, PledgeMoment.When.LATE, attempt.settledAt(), attempt.reason()));
        case ABSENT -> {
          // the gateway never heard of it: nothing happened to the card
        }
        case UNKNOWN -> present.add(now(CHARGE_UNKNOWN, attempt.startedAt()));
        default -> present.add(now(CHARGE_RUNS, attempt.startedAt()));
      }
    }
    PledgeState state = known.pledge().state();
    if (state == PledgeState.CHARGING && present.isEmpty()) {
      present.add(now(CHARGE_RUNS, stepTo(PledgeState.CHARGING)));
    }
    if (state == PledgeState.REPAIR) {
      if (known.pledge().listing().state() == ListingState.SUSPENDED) {
        present.add(late(PAUSED, null));
        return;
      }
      if (known.repair() != null && known.repair().retryAt() != null) {
        future.add(next(RETRY_PLANNED, known.repair().retryAt()));
      }
      if (known.pledge().listing().collectingUntil() != null) {
        future.add(next(WINDOW_ENDS, known.pledge().listing().collectingUntil()));
      }
    }
  }

  private void returns() {
    for (Receipt.Back back : known.refunds()) {
      switch (back.state()) {
        case DONE -> past.add(done(back.byBank() ? PAID_BACK : REFUNDED, back.at()));
        case FAILED -> past.add(late(REFUND_FAILED, back.at()));
        default -> present.add(now(REFUND_ASKED, back.at()));
      }
    }
    for (Dispute dispute : known.disputes()) {
      past.add(late(DISPUTED, dispute.openedAt()));
      if (dispute.closedAt() != null) {
        past.add(
            dispute.state().equals("WON")
                ? done(DISPUTE_WON, dispute.closedAt())
                : late(CHARGED_BACK, dispute.closedAt()));
      }
    }
  }

  private void end() {
    Instant at = known.pledge().endedAt();
    if (at == null) {
      return;
    }
    switch (known.pledge().state()) {
      case CANCELLED -> past.add(done(CANCELLED, at));
      case EXPIRED -> past.add(done(EXPIRED, at));
      case RELEASED -> past.add(done(RELEASED, at));
      case DROPPED -> past.add(done(DROPPED, at));
      default -> {
        // refunds and disputes tell their own end
      }
    }
  }

  /** When the pledge last came into this state; null for never. */
  private Instant stepTo(PledgeState state) {
    return known.steps().stream()
        .filter(step -> step.state() == state)
        .map(PledgeStep::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
