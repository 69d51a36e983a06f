package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Refused;

/** Begins what finance officers have decided to give back: a part, or all that is left. */
@ApplicationScoped
@Transactional
public class BeginRefund {

  @Inject private Pledges pledges;
  @Inject private Attempts attempts;
  @Inject private Refunds refunds;
  @Inject private RefundTerms terms;
  @Inject private HeldMoney held;
  @Inject private Clock clock;

  /**
   * @param total amount and tip together, which share it in proportion
   * @param mostLoss what the platform may bear of it
   * @param request the decision; one refund for each
   */
  public record Command(Actor by, PledgeId pledge, Money total, Money mostLoss, long request) {}

  /**
   * Begins it.
   *
   * @throws Refused {@code AccessRefused}, {@code PledgeRefused.StateChanged}, {@link
   *     PaymentRefused.OwnPledge}, {@link PaymentRefused.TooMuch}, {@link PaymentRefused.LossGrown}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    Pledge pledge = pledges.lock(command.pledge());
    if (pledge.investor().equals(command.by().party())) {
      throw new Refused(new PaymentRefused.OwnPledge());
    }
    if (pledge.state() != PledgeState.COLLECTED) {
      throw new Refused(new PledgeRefused.StateChanged(pledge.state()));
    }
    Attempt paid = attempts.paid(pledge.id()).orElseThrow();
    // of two who give back of the same listing the second sees what the first has left there
    held.lock(pledge.listing(), pledge.amount().currency());
    RefundTerms.Terms now = terms.terms(paid, command.total());
    if (command.total().isMoreThan(now.left())) {
      throw new Refused(new PaymentRefused.TooMuch(now.left()));
    }
    if (now.loss().isMoreThan(command.mostLoss())) {
      throw new Refused(new PaymentRefused.LossGrown(now.loss()));
    }
    refunds.begin(
        pledge,
        paid,
        RefundReason.OFFICERS,
        refunds.left(paid).of(command.total()),
        now.whole(),
        command.request(),
        clock.instant());
  }
}
