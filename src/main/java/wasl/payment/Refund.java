package wasl.payment;

import java.time.Instant;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.pledge.PledgeId;

/**
 * Money on its way back to a card, pledge and tip in proportion.
 *
 * @param attempt the attempt that had charged the card
 * @param whole whether nothing of the pledge is left afterwards; else a part, and the pledge stays
 * @param retryOf the failed refund that this one repeats out of the refunds payable; or null
 * @param resolved what became of a failed one; null while somebody must act
 * @param gatewayRefund the gateway's id; null until it has taken the refund
 * @param waits how often the gateway's balance was too small for it
 * @param askAt when the gateway is asked (again); null once nothing is waited for
 */
record Refund(
    long id,
    PledgeId pledge,
    ListingId listing,
    long attempt,
    RefundState state,
    RefundReason reason,
    Money amount,
    Money tip,
    boolean whole,
    Long retryOf,
    String resolved,
    String gatewayRefund,
    int waits,
    Instant askedAt,
    Instant askAt) {

  Money total() {
    return amount.plus(tip);
  }

  /**
   * Whether, failed, it leaves its total owing: the gateway had taken it, or it repeats one that
   * the gateway had taken. Else nothing was booked for it.
   */
  boolean owed() {
    return gatewayRefund != null || retryOf != null;
  }
}
