package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import wasl.ledger.Ledger;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;

/** Writes down how far a refund is, with its journals, each once. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SettleRefund {

  @Inject private Pledges pledges;
  @Inject private Refunds refunds;
  @Inject private Attempts attempts;
  @Inject private Disputes disputes;
  @Inject private ChargedBack chargedBack;
  @Inject private GiveBack giveBack;
  @Inject private HeldMoney held;
  @Inject private Ledger ledger;
  @Inject private Clock clock;

  /**
   * @param gatewayRefund the gateway's id; null where it refuses the refund
   * @param status succeeded, pending, failed, canceled, or refused
   * @param givenAt when the gateway gave it; null where it refuses the refund
   */
  public record Command(
      Actor by, long refund, String gatewayRefund, String status, Instant givenAt) {

    static Command refused(long refund) {
      return new Command(Actor.SYSTEM, refund, null, "refused", null);
    }
  }

  /** Moves the refund on; what is known already changes nothing. */
  public void handle(Command command) {
    Instant now = clock.instant();
    Pledge pledge = pledges.lock(refunds.find(command.refund()).orElseThrow().pledge());
    Refund refund = refunds.lock(command.refund()).orElseThrow();
    switch (command.status()) {
      case "succeeded" -> done(pledge, refund, command, now);
      case "failed", "canceled" -> failed(pledge, refund, command, now);
      case "refused" -> refused(pledge, refund, now);
      default -> taken(refund, command, now);
    }
  }

  private void taken(Refund refund, Command told, Instant now) {
    book(refund, told);
    if (refund.state() == RefundState.STARTED || refund.state() == RefundState.PENDING) {
      refunds.move(refund, RefundState.PENDING, told.gatewayRefund(), now);
    }
  }

  private void done(Pledge pledge, Refund refund, Command told, Instant now) {
    if (refund.state() == RefundState.DONE || refund.state() == RefundState.FAILED) {
      return;
    }
    book(refund, told);
    refunds.move(refund, RefundState.DONE, told.gatewayRefund(), now);
    if (!Refunds.ofPledge(refund)) {
      return;
    }
    if (!refund.whole()) {
      pledge.refundPart(refund.amount(), refund.total(), now);
      pledges.save(pledge);
    } else if (pledge.state() == PledgeState.REFUNDING) {
      pledge.refund(now);
      pledges.save(pledge);
    }
  }

  private void failed(Pledge pledge, Refund refund, Command told, Instant now) {
    if (refund.state() == RefundState.FAILED) {
      return;
    }
    book(refund, told);
    ledger.post(PaymentPostings.refundFailed(refund, told.gatewayRefund(), now));
    refunds.move(refund, RefundState.FAILED, told.gatewayRefund(), now);
    fail(pledge, refund, refund.state() == RefundState.DONE, now);
  }

  /** The gateway never took it: nothing was booked. */
  private void refused(Pledge pledge, Refund refund, Instant now) {
    if (refund.state() == RefundState.STARTED) {
      refunds.move(refund, RefundState.FAILED, null, now);
      fail(pledge, refund, false, now);
    }
  }

  private void fail(Pledge pledge, Refund refund, boolean wasDone, Instant now) {
    Attempt paid = attempts.find(refund.attempt()).orElseThrow();
    boolean ofPledge = Refunds.ofPledge(refund);
    if (ofPledge) {
      lead(pledge, refund, wasDone, now);
    }
    chargedBack.settleLate(refunds.find(refund.id()).orElseThrow(), paid, now);
    if (ofPledge && refund.whole()) {
      disputes.follow(pledge, paid, refunds.left(paid), now);
      Refund settled = refunds.find(refund.id()).orElseThrow();
      // a lost dispute left too little to try it again: nobody else gives the rest back
      boolean dropped = settled.resolved() != null && !settled.owed();
      if (dropped && pledge.state() == PledgeState.COLLECTED && giveBack.over(paid)) {
        giveBack.rest(pledge, paid, now);
      }
    }
  }

  private void lead(Pledge pledge, Refund refund, boolean wasDone, Instant now) {
    if (!refund.whole()) {
      if (wasDone && pledge.refunded().amountMinor() >= refund.amount().amountMinor()) {
        pledge.failRefundOfPart(refund.amount(), now);
        pledges.save(pledge);
      }
      return;
    }
    boolean refunded =
        pledge.state() == PledgeState.REFUNDING || pledge.state() == PledgeState.REFUNDED;
    if (refunded) {
      pledge.failRefund(now);
      pledges.save(pledge);
    }
  }

  /**
   * The money has left the gateway's clearing: posted once, by the refund's own key. It comes out
   * of what still lies with the listing for this charge; what does not lie there any more is the
   * platform's loss. It left when the gateway gave it, which may be days after it was asked for.
   */
  private void book(Refund refund, Command told) {
    if (refund.state() != RefundState.STARTED) {
      return;
    }
    if (refund.retryOf() != null) {
      ledger.post(PaymentPostings.refundRetried(refund, told.gatewayRefund(), told.givenAt()));
      return;
    }
    Refunds.Part lying = refunds.lying(attempts.find(refund.attempt()).orElseThrow());
    Refunds.Part from =
        new Refunds.Part(refund.amount(), refund.tip())
            .least(lying)
            .least(held.lock(refund.listing(), refund.amount().currency()));
    ledger.post(
        PaymentPostings.refund(
            refund, told.gatewayRefund(), told.givenAt(), from.amount(), from.tip()));
    refunds.taken(refund, from.amount(), from.tip(), refund.total().minus(from.total()));
  }
}
