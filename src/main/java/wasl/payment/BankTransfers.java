package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.Pledges;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/** What may be booked as a transfer that a finance officer has made at the bank. */
@ApplicationScoped
public class BankTransfers {

  private static final int LONGEST_REFERENCE = 100;

  @Inject private Refunds refunds;
  @Inject private Pledges pledges;
  @Inject private Disputes disputes;

  /**
   * What a failed refund has left owing.
   *
   * @param amount with the tip
   */
  public record Debt(PledgeId pledge, ListingId listing, Money amount) {}

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
  public Debt owing(Actor by, long refund, String reference) {
    return debt(owed(by, refund, reference));
  }

  /** The same of any refund, without a lock. */
  public Optional<Debt> find(long refund) {
    return refunds.find(refund).map(BankTransfers::debt);
  }

  private static Debt debt(Refund refund) {
    return new Debt(refund.pledge(), refund.listing(), refund.total());
  }

  /** Locks a refund with its pledge, if there is one, until the transaction ends. */
  public void lock(long id) {
    refunds
        .find(id)
        .ifPresent(
            refund -> {
              pledges.lock(refund.pledge());
              refunds.lock(id);
            });
  }

  /**
   * A transfer waits for another officer, or no longer does: until then the refund is not tried on
   * the card, or it would be paid twice.
   */
  public void awaitApproval(long refund, boolean waits) {
    refunds.transferAsked(refund, waits);
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
    // asked by charge: the pledge does not say it of a duplicate's, nor while it is refunded
    if (disputes.open(refund.attempt())) {
      throw new Refused(new PaymentRefused.Disputed());
    }
    return refund;
  }
}
