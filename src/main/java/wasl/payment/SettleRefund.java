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
  @Inject private Ledger ledger;
  @Inject private Clock clock;

  /**
   * @param gatewayRefund the gateway's id; null where it refuses the refund
   * @param status succeeded, pending, failed, canceled, or refused
   */
  public record Command(Actor by, long refund, String gatewayRefund, String status) {}

  /** Moves the refund on; what is known already changes nothing. */
  public void handle(Command command) {
    Instant now = clock.instant();
    Pledge pledge = pledges.lock(refunds.find(command.refund()).orElseThrow().pledge());
    Refund refund = refunds.lock(command.refund()).orElseThrow();
    switch (command.status()) {
      case "succeeded" -> done(pledge, refund, command.gatewayRefund(), now);
      case "failed", "canceled" -> failed(pledge, refund, command.gatewayRefund(), now);
      case "refused" -> refused(pledge, refund, now);
      default -> taken(refund, command.gatewayRefund(), now);
    }
  }

  private void taken(Refund refund, String gatewayRefund, Instant now) {
    book(refund, gatewayRefund);
    if (refund.state() == RefundState.STARTED || refund.state() == RefundState.PENDING) {
      refunds.move(refund, RefundState.PENDING, gatewayRefund, now);
    }
  }

  private void done(Pledge pledge, Refund refund, String gatewayRefund, Instant now) {
    if (refund.state() == RefundState.DONE || refund.state() == RefundState.FAILED) {
      return;
    }
    book(refund, gatewayRefund);
    refunds.move(refund, RefundState.DONE, gatewayRefund, now);
    if (ofPledge(refund) && pledge.state() == PledgeState.REFUNDING) {
      pledge.refund(now);
      pledges.save(pledge);
    }
  }

  private void failed(Pledge pledge, Refund refund, String gatewayRefund, Instant now) {
    if (refund.state() == RefundState.FAILED) {
      return;
    }
    book(refund, gatewayRefund);
    ledger.post(PaymentPostings.refundFailed(refund, gatewayRefund));
    refunds.move(refund, RefundState.FAILED, gatewayRefund, now);
    fail(pledge, refund, now);
  }

  /** The gateway never took it: nothing was booked. */
  private void refused(Pledge pledge, Refund refund, Instant now) {
    if (refund.state() == RefundState.STARTED) {
      refunds.move(refund, RefundState.FAILED, null, now);
      fail(pledge, refund, now);
    }
  }

  /** Whether it gives back what paid for the pledge. */
  private static boolean ofPledge(Refund refund) {
    return refund.reason() != RefundReason.DUPLICATE;
  }

  private void fail(Pledge pledge, Refund refund, Instant now) {
    boolean refunded =
        pledge.state() == PledgeState.REFUNDING || pledge.state() == PledgeState.REFUNDED;
    if (ofPledge(refund) && refunded) {
      pledge.failRefund(now);
      pledges.save(pledge);
    }
  }

  /** The money has left the gateway's clearing: posted once, by the refund's own key. */
  private void book(Refund refund, String gatewayRefund) {
    if (refund.state() == RefundState.STARTED) {
      ledger.post(PaymentPostings.refund(refund, gatewayRefund));
    }
  }
}
