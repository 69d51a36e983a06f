package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.payment.BeginRefund;
import wasl.shared.Ids;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.task.FinanceTasks;

/**
 * Another officer approves or refuses what one has asked to give back; whoever asked may withdraw
 * it. A request is decided once.
 */
@ApplicationScoped
@Transactional
public class DecideRefund {

  @Inject private RefundRequests requests;
  @Inject private OwnStakes stakes;
  @Inject private BeginRefund begin;
  @Inject private FinanceTasks tasks;
  @Inject private Clock clock;

  /** What is decided. */
  public enum Decision {
    APPROVE(RefundRequestState.APPROVED),
    REFUSE(RefundRequestState.REFUSED),
    /** By whoever asked. */
    WITHDRAW(RefundRequestState.WITHDRAWN);

    private final RefundRequestState state;

    Decision(RefundRequestState state) {
      this.state = state;
    }
  }

  /**
   * @param note why; needed to refuse
   */
  public record Command(Actor by, long request, Decision decision, String note) {}

  /**
   * Decides. An approved refund begins in the same transaction.
   *
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused}; what {@link BeginRefund} refuses
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    RefundRequest request =
        requests
            .lock(command.request())
            .orElseThrow(() -> new Refused(new FinanceRefused.NoRequest()));
    if (request.state() != RefundRequestState.ASKED) {
      throw new Refused(new FinanceRefused.Decided(request.state()));
    }
    boolean own = request.askedBy().equals(command.by().party());
    boolean withdrawn = command.decision() == Decision.WITHDRAW;
    if (own != withdrawn) {
      throw new Refused(own ? new FinanceRefused.OwnRequest() : new FinanceRefused.NotOwnRequest());
    }
    if (!withdrawn) {
      stakes.refuse(command.by().party(), request.listing());
    }
    String note = PlainText.lines(command.note());
    boolean needed = command.decision() == Decision.REFUSE;
    if (note == null ? needed : note.length() > AskRefund.LONGEST_REASON) {
      throw new Refused(new FinanceRefused.ReasonNeeded(AskRefund.LONGEST_REASON));
    }
    requests.decide(request, command.decision().state, command.by().party(), note, clock.instant());
    if (command.decision() == Decision.APPROVE) {
      begin.handle(
          new BeginRefund.Command(
              command.by(), request.pledge(), request.amount(), request.loss(), request.id()));
    }
    tasks.close(FinanceTask.REFUND_TO_APPROVE, Ids.text(request.id()));
  }
}
