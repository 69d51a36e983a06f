package wasl.payment;

import java.time.Instant;
import java.util.List;
import wasl.listing.ListingFacts;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.PublicUrl;

/**
 * The receipt (وصل) of a collected pledge: what was charged, and what of it went back since.
 *
 * @param amount what was charged for the listing, without the tip
 * @param chargedAt when the card was charged
 * @param statementName what stands on the card's statement
 * @param refunds what goes or went back, the oldest first
 * @param disputed how far banks' disputes are: OPEN, WON or LOST; null for none
 * @param lost what the cardholder's bank has taken back for good
 */
public record Receipt(
    ReceiptNumber number,
    PledgeId pledge,
    ListingFacts listing,
    Money amount,
    Money tip,
    Instant chargedAt,
    String statementName,
    List<Back> refunds,
    String disputed,
    Money lost) {

  /**
   * Money on its way back, or back.
   *
   * @param state STARTED, PENDING, DONE or FAILED
   * @param at when it was asked for, or done, or failed
   * @param byBank whether it was paid by bank transfer, since the card did not take it
   */
  public record Back(RefundState state, Money total, Instant at, boolean byBank) {}

  /** What became of it. */
  public enum State {
    VALID,
    PARTLY_REFUNDED,
    REFUNDED,
    DISPUTED,
    PARTLY_CHARGED_BACK,
    CHARGED_BACK
  }

  /** What the card was charged. */
  public Money total() {
    return amount.plus(tip);
  }

  /** What the gateway has sent back to the card. */
  public Money refunded() {
    return refunds.stream()
        .filter(back -> back.state() == RefundState.DONE || back.state() == RefundState.PENDING)
        .map(Back::total)
        .reduce(Money.zero(amount.currency()), Money::plus);
  }

  /** What became of it until now. */
  public State state() {
    if ("OPEN".equals(disputed)) {
      return State.DISPUTED;
    }
    Money back = refunded();
    if (lost.isPositive()) {
      return lost.plus(back).isLessThan(total()) ? State.PARTLY_CHARGED_BACK : State.CHARGED_BACK;
    }
    if (!back.isPositive()) {
      return State.VALID;
    }
    return back.isLessThan(total()) ? State.PARTLY_REFUNDED : State.REFUNDED;
  }

  /** Where anybody who holds the receipt can check it; each reader gets the own language. */
  public String address() {
    return PublicUrl.value() + "/receipts/" + number;
  }
}
