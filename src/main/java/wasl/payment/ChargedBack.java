package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Ledger;
import wasl.money.Money;

/**
 * Failed refunds of a charge that the cardholder's bank has taken back. What a failed refund left
 * owing is settled by a lost dispute only as far as the dispute took more than what was left of the
 * charge: the rest of the debt stands, for the cardholder has not had it.
 */
@ApplicationScoped
public class ChargedBack {

  @Inject private Refunds refunds;
  @Inject private Disputes disputes;
  @Inject private Ledger ledger;

  /**
   * A dispute is lost: settles the failed refunds of its charge, in the caller's transaction.
   *
   * @return what they left owing and the dispute has paid out
   */
  Money settled(Attempt paid, Money disputed) {
    Money owed = Money.zero(disputed.currency());
    Money beyond = disputed.minus(refunds.left(paid).total());
    for (Refund failed : refunds.unresolved(paid)) {
      if (!failed.owed()) {
        refunds.resolve(failed, "CHARGED_BACK");
      } else if (!owed.plus(failed.total()).isMoreThan(beyond)) {
        owed = owed.plus(failed.total());
        refunds.resolve(failed, "CHARGED_BACK");
      }
    }
    return owed.isZero()
        ? owed
        : owed.least(ledger.lock(AccountRef.of(AccountKind.REFUNDS_PAYABLE, owed.currency())));
  }

  /**
   * A refund has failed whose charge may have been lost in a dispute before: then nothing of it is
   * owed, and what the platform lost by the dispute is less by that.
   */
  void settleLate(Refund failed, Attempt paid, Instant now) {
    disputes.lost(paid).ifPresent(lost -> settleLate(failed, paid, lost, now));
  }

  private void settleLate(Refund failed, Attempt paid, Disputes.Lost lost, Instant now) {
    if (!failed.owed()) {
      refunds.resolve(failed, "CHARGED_BACK");
      return;
    }
    Money beyond = lost.amount().minus(lost.payable()).minus(refunds.left(paid).total());
    if (!failed.total().isMoreThan(beyond)) {
      refunds.resolve(failed, "CHARGED_BACK");
      disputes.paid(lost.dispute(), failed.total());
      ledger.post(PaymentPostings.refundChargedBack(failed, lost.dispute(), now));
    }
  }
}
