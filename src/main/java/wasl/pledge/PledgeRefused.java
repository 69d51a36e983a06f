package wasl.pledge;

import java.time.Instant;
import wasl.listing.FundingModel;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Refusal;

/** Why something is not done with a pledge. */
public sealed interface PledgeRefused extends Refusal {

  /** There is no such pledge, or it is somebody else's. */
  record NotFound() implements PledgeRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** The listing takes no pledges: not yet, no more, or suspended. */
  record Closed() implements PledgeRefused {}

  /** The listing is in another currency. */
  record WrongCurrency(Currency currency) implements PledgeRefused {}

  /** The gateway's account settles in no such currency: what is not charged is not promised. */
  record NotSettled(Currency currency) implements PledgeRefused {}

  record BelowMinimum(Money minimum) implements PledgeRefused {}

  record AboveMaximum(Money maximum) implements PledgeRefused {}

  /** The tip is negative or absurd. */
  record TipOutOfRange(Money maximum) implements PledgeRefused {}

  /** Nobody pledges to their own listing. */
  record OwnListing() implements PledgeRefused {}

  /** The rule of the investor's country does not offer this funding model. */
  record NotOffered(FundingModel model) implements PledgeRefused {}

  /** The reflection would end after the deadline. */
  record Late(Instant reflectingUntil) implements PledgeRefused {}

  /** The country's rule asks for an explicit consent above this amount. */
  record ConsentNeeded(Money above) implements PledgeRefused {}

  /** The mandate text was not accepted. */
  record MandateNeeded() implements PledgeRefused {}

  /** The mandate text that was shown is not the present one any more. */
  record MandateChanged() implements PledgeRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** No more than this fits under the listing's cap. */
  record CapReached(Money left) implements PledgeRefused {}

  /** A request that places a pledge carries a key of its own. */
  record IdempotencyKeyMissing() implements PledgeRefused {
    @Override
    public int status() {
      return 400;
    }
  }

  /** The key stands for another request already. */
  record IdempotencyKeyReused() implements PledgeRefused {}

  /** The pledge's state does not allow it any more. */
  record StateChanged(PledgeState state) implements PledgeRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Cancelling was possible until then. */
  record CancelClosed(Instant until) implements PledgeRefused {}

  /** More can only be promised by another pledge, with its own days of reflection. */
  record ReflectionNeeded() implements PledgeRefused {}
}
