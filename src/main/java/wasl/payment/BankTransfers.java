package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/** What may be booked as a transfer that a finance officer has made at the bank. */
@ApplicationScoped
public class BankTransfers {

  private static final int LONGEST_REFERENCE = 100;

  @Inject private Refunds refunds;
  @Inject private Pledges pledges;

  /**
   * Refuses what is no top-up.
   *
   * @throws Refused {@link PaymentRefused.NotCharged}, {@link PaymentRefused.NoAmount}, {@link
   *     PaymentRefused.NoReference}
   */
  public static void demandTopUp(Money amount, String reference) {
    if (!FinanceQueries.CHARGED.contains(amount.currency())) {
      throw new Refused(new PaymentRefused.NotCharged(amount.currency()));
    }
    if (!amount.isPositive()) {
      throw new Refused(new PaymentRefused.NoAmount(amount));
    }
    demand(reference);
  }

  private static void demand(String reference) {
    String line = PlainText.line(reference);
    if (line == null || line.length() > LONGEST_REFERENCE) {
      throw new Refused(new PaymentRefused.NoReference(LONGEST_REFERENCE));
    }
  }

  /**
   * What a failed refund has left owing, in whole.
   *
   * @throws Refused as {@link PayRefundOtherwise} where it cannot be paid by a transfer
   */
  public Money owing(Actor by, long refund, String reference) {
    return owed(by, refund, reference).total();
  }

  /** The same refund, locked with its pledge. */
  Refund owed(Actor by, long id, String reference) {
    demand(reference);
    Refund asked = refunds.find(id).orElseThrow(() -> new Refused(new PaymentRefused.NotFound()));
    Pledge pledge = pledges.lock(asked.pledge());
    Refund refund = refunds.lock(id).orElseThrow();
    if (refund.state() != RefundState.FAILED || refund.resolved() != null) {
      throw new Refused(new PaymentRefused.NotFailed());
    }
    if (!refund.owed()) {
      throw new Refused(new PaymentRefused.NotOwed());
    }
    if (pledge.investor().equals(by.party())) {
      throw new Refused(new PaymentRefused.OwnPledge());
    }
    if (pledge.state() == PledgeState.DISPUTED) {
      throw new Refused(new PaymentRefused.Disputed());
    }
    return refund;
  }
}
