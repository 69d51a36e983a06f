package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Refused;

/** A finance officer lets a failed refund be tried again, once. */
@ApplicationScoped
@Transactional
public class RetryRefund {

  @Inject private Refunds refunds;
  @Inject private Attempts attempts;
  @Inject private Pledges pledges;
  @Inject private Disputes disputes;
  @Inject private Clock clock;

  public record Command(Actor by, long refund) {}

  /**
   * Begins it again.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.NotFound}, {@link
   *     PaymentRefused.NotFailed}, {@link PaymentRefused.TransferAsked}, {@link
   *     PaymentRefused.OwnPledge}, {@link PaymentRefused.Disputed}, {@link PaymentRefused.TooMuch}
   *     where others have taken what was left meanwhile
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    Refund asked =
        refunds
            .find(command.refund())
            .orElseThrow(() -> new Refused(new PaymentRefused.NotFound()));
    Pledge pledge = pledges.lock(asked.pledge());
    Refund refund = refunds.lock(command.refund()).orElseThrow();
    if (refund.state() != RefundState.FAILED || refund.resolved() != null) {
      throw new Refused(new PaymentRefused.NotFailed());
    }
    if (refunds.transferAsked(refund)) {
      throw new Refused(new PaymentRefused.TransferAsked());
    }
    if (pledge.investor().equals(command.by().party())) {
      throw new Refused(new PaymentRefused.OwnPledge());
    }
    Attempt paid = attempts.find(refund.attempt()).orElseThrow();
    boolean chargedBack =
        pledge.state() == PledgeState.CHARGED_BACK && !refund.owed() && !refunds.fits(refund, paid);
    // asked by charge: the pledge does not say it of a duplicate's, nor while it is refunded
    if (disputes.open(paid.id()) || chargedBack) {
      throw new Refused(new PaymentRefused.Disputed());
    }
    Money left = refunds.left(paid).total();
    if (!refund.owed() && refund.total().isMoreThan(left)) {
      throw new Refused(new PaymentRefused.TooMuch(left));
    }
    refunds.again(pledge, refund, paid, clock.instant());
  }
}
