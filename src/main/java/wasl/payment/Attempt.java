package wasl.payment;

import java.time.Instant;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;

/**
 * One try to charge a pledge's card. It is committed before the gateway is called; a new one starts
 * only after this one has a definite outcome.
 *
 * @param number counts a pledge's attempts from 1
 * @param onSession whether the investor is there and pays now
 * @param intent the gateway's payment intent; null until known
 * @param charge the gateway's charge; null until known
 * @param fee what the gateway kept; null until known
 * @param asked how often the gateway was asked for the outcome
 */
record Attempt(
    long id,
    PledgeId pledge,
    ListingId listing,
    int number,
    AttemptState state,
    boolean onSession,
    String customer,
    String paymentMethod,
    Money amount,
    Money tip,
    String intent,
    String charge,
    Money fee,
    DeclineReason reason,
    Instant startedAt,
    Instant settledAt,
    int asked,
    Instant askAt) {

  /** What the card is charged. */
  Money total() {
    return amount.plus(tip);
  }

  /** The gateway books one charge for this key, however often it is told. */
  String idempotencyKey() {
    return "wasl-charge-" + pledge + "-" + number;
  }

  /** By which the charge is found at the gateway. */
  String mark() {
    return Ids.text(id);
  }
}
