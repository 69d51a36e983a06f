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
   * A dispute is lost: settles what failed refunds of its charge left owing, in the caller's
   * transaction. Of one that it has paid out in part the rest stays owing.
   *
   * @return what they left owing and the dispute has paid out
   */
  Money settled(Attempt paid, Money disputed, Instant now) {
    Money owed = Money.zero(disputed.currency());
    Money beyond = disputed.minus(refunds.left(paid).total());
    for (Refund failed : refunds.unresolved(paid)) {
      Money by = failed.total().least(beyond.minus(owed));
      if (failed.owed() && by.isPositive()) {
        owed = owed.plus(by);
        refunds.chargedBack(failed, paid, by, now);
      }
    }
    return owed.isZero()
        ? owed
        : owed.least(ledger.lock(AccountRef.of(AccountKind.REFUNDS_PAYABLE, owed.currency())));
  }

  /** Nobody is asked to try again what a lost dispute has left too little for. */
  void dropWhatIsGone(Attempt paid) {
    for (Refund failed : refunds.unresolved(paid)) {
      if (!failed.owed() && !refunds.fits(failed, paid)) {
        refunds.resolve(failed, "CHARGED_BACK");
      }
    }
  }

  /**
   * A refund has failed whose charge may have been lost in a dispute before: as far as that has
   * paid it out nothing is owed, and what the platform lost by the dispute is less by that.
   */
  void settleLate(Refund failed, Attempt paid, Instant now) {
    disputes.lost(paid).ifPresent(lost -> settleLate(failed, paid, lost, now));
  }

  private void settleLate(Refund failed, Attempt paid, Disputes.Lost lost, Instant now) {
    Money by = failed.total().least(lost.beyond());
    if (!failed.owed()) {
      disputes.took(lost.dispute(), new Refunds.Part(failed.amount(), failed.tip()).first(by));
      dropWhatIsGone(paid);
    } else if (by.isPositive()) {
      refunds.chargedBack(failed, paid, by, now);
      disputes.paid(lost.dispute(), by);
      ledger.post(PaymentPostings.refundChargedBack(failed, by, lost.dispute(), now));
    }
  }
}
