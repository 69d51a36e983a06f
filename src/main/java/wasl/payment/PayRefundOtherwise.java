package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.ledger.JournalId;
import wasl.ledger.Ledger;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.pledge.Pledge;
import wasl.pledge.Pledges;
import wasl.shared.Baghdad;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * A refund that the card's bank has sent back was paid to the investor by bank transfer, from the
 * escrow bank account: what is owed is settled and the pledge is over as by any refund.
 */
@ApplicationScoped
@Transactional
public class PayRefundOtherwise {

  @Inject private BankTransfers transfers;
  @Inject private Refunds refunds;
  @Inject private Pledges pledges;
  @Inject private Ledger ledger;
  @Inject private Clock clock;

  /**
   * @param reference by which the transfer is found on the bank's statement
   */
  public record Command(Actor by, long refund, String reference) {}

  /**
   * Books it, with the present day in Baghdad as its date.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.NotFound}, {@link
   *     PaymentRefused.NoReference}, {@link PaymentRefused.NotFailed}, {@link
   *     PaymentRefused.NotOwed}, {@link PaymentRefused.OwnPledge}, {@link PaymentRefused.Disputed},
   *     {@code LedgerRefused.Overdraft}
   */
  public JournalId handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    Refund refund = transfers.owed(command.by(), command.refund(), command.reference());
    Pledge pledge = pledges.lock(refund.pledge());
    Instant now = clock.instant();
    JournalId journal =
        ledger.post(
            PaymentPostings.refundPaid(
                refund, PlainText.line(command.reference()), Baghdad.startOf(Baghdad.day(now))));
    refunds.paidOtherwise(refund, now);
    if (Refunds.ofPledge(refund)) {
      pledge.payBack(refund.whole(), refund.amount(), refund.total(), now);
      pledges.save(pledge);
    }
    return journal;
  }
}
