package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.payment.BeginRefund;
import wasl.payment.PaymentRefused;
import wasl.payment.RefundTerms;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Ids;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.task.FinanceTasks;
import wasl.task.TaskFact;

/**
 * A finance officer asks to give back a part of a pledge or all that is left. Up to the limit it
 * begins at once; above it, together with what one officer alone has given back of the same pledge
 * before, or where the platform would bear a part, another officer must approve.
 */
@ApplicationScoped
@Transactional
public class AskRefund {

  static final int LONGEST_REASON = 1_000;

  @Inject private Pledges pledges;
  @Inject private RefundRequests requests;
  @Inject private RefundTerms terms;
  @Inject private OwnStakes stakes;
  @Inject private BeginRefund begin;
  @Inject private AloneLimit limit;
  @Inject private FinanceTasks tasks;
  @Inject private Clock clock;

  /**
   * @param key the form's own key: the same one again is the same request
   */
  public record Command(
      Actor by, PledgeId pledge, Money amount, RefundCause cause, String reason, String key) {}

  /**
   * Asks, or begins at once.
   *
   * @return the request
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused.ReasonNeeded}, {@link
   *     FinanceRefused.OwnStake}, {@link FinanceRefused.FormUsed}, {@code PledgeRefused.NotFound},
   *     {@code PledgeRefused.StateChanged}, {@link PaymentRefused.TooMuch}, {@link
   *     PaymentRefused.NothingAsked}
   */
  public RefundRequest handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    String reason = PlainText.lines(command.reason());
    if (command.cause() == null || reason == null || reason.length() > LONGEST_REASON) {
      throw new Refused(new FinanceRefused.ReasonNeeded(LONGEST_REASON));
    }
    if (!command.amount().isPositive()) {
      throw new Refused(new PaymentRefused.NothingAsked());
    }
    Pledge pledge = pledges.lock(command.pledge());
    stakes.refuse(command.by().party(), pledge.listing());
    Optional<RefundRequest> before = requests.byKey(command.key());
    if (before.isPresent()) {
      return same(before.get(), command, reason);
    }
    AloneLimit.Room alone = limit.of(pledge.id(), pledge.amount().currency());
    RefundRequest request = request(command, pledge, alone, reason, clock.instant());
    requests.add(request, command.key(), alone);
    if (request.fourEyes()) {
      tasks.open(
          FinanceTask.REFUND_TO_APPROVE,
          Ids.text(request.id()),
          "/finance/refunds/" + Ids.text(request.id()),
          TaskFact.code("pledge", request.pledge()),
          TaskFact.money("amount", request.amount()),
          TaskFact.money("loss", request.loss()),
          TaskFact.text("reason", request.reason()));
    } else {
      begin.handle(
          new BeginRefund.Command(
              command.by(), pledge.id(), request.amount(), request.loss(), request.id()));
    }
    return request;
  }

  /** The same form sent twice, and not one that was filled in anew after going back to it. */
  private static RefundRequest same(RefundRequest before, Command command, String reason) {
    boolean same =
        before.pledge().equals(command.pledge())
            && before.amount().equals(command.amount())
            && before.cause() == command.cause()
            && before.reason().equals(reason)
            && before.askedBy().equals(command.by().party());
    if (!same) {
      throw new Refused(new FinanceRefused.FormUsed());
    }
    return before;
  }

  private RefundRequest request(
      Command command, Pledge pledge, AloneLimit.Room alone, String reason, Instant now) {
    if (pledge.state() != PledgeState.COLLECTED) {
      throw new Refused(new PledgeRefused.StateChanged(pledge.state()));
    }
    Money amount = command.amount();
    if (amount.currency() != pledge.amount().currency()) {
      throw new Refused(new PaymentRefused.TooMuch(Money.zero(pledge.amount().currency())));
    }
    RefundTerms.Terms result = terms.of(pledge.id(), amount).orElseThrow();
    Money free = result.left().minus(requests.waiting(pledge.id(), amount.currency()));
    if (amount.isMoreThan(free)) {
      throw new Refused(new PaymentRefused.TooMuch(free));
    }
    boolean fourEyes = result.loss().isPositive() || !alone.has(amount);
    return new RefundRequest(
        Ids.next(),
        pledge.id(),
        pledge.listing(),
        amount,
        result.loss(),
        command.cause(),
        reason,
        fourEyes,
        fourEyes ? RefundRequestState.ASKED : RefundRequestState.APPROVED,
        command.by().party(),
        now,
        fourEyes ? null : command.by().party(),
        fourEyes ? null : now,
        null);
  }
}
