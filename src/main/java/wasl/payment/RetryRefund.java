package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
  @Inject private Clock clock;

  public record Command(Actor by, long refund) {}

  /**
   * Begins it again.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.NotFound}, {@link
   *     PaymentRefused.NotFailed}, {@link PaymentRefused.Disputed}
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
    if (pledge.state() == PledgeState.DISPUTED) {
      throw new Refused(new PaymentRefused.Disputed());
    }
    refunds.again(pledge, refund, attempts.find(refund.attempt()).orElseThrow(), clock.instant());
  }
}
