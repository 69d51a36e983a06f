package wasl.finance;

import wasl.ledger.JournalType;
import wasl.money.Money;
import wasl.shared.Refusal;

/** Why the finance desk does not do something. */
public sealed interface FinanceRefused extends Refusal {

  /** A comparison with the gateway is of a period that has begun, of at most so many days. */
  record NoPeriod(int most) implements FinanceRefused {}

  /** Whoever does this says why, in at most so many characters. */
  record ReasonNeeded(int most) implements FinanceRefused {}

  /** There is no such request. */
  record NoRequest() implements FinanceRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** It has been decided. */
  record Decided(RefundRequestState state) implements FinanceRefused {}

  /** Nobody decides about what they asked for themselves. */
  record OwnRequest() implements FinanceRefused {}

  /** Whoever has a stake in the listing moves none of its money. */
  record OwnStake() implements FinanceRefused {
    @Override
    public int status() {
      return 403;
    }
  }

  /** Only whoever asked withdraws. */
  record NotOwnRequest() implements FinanceRefused {}

  /** The form's key stands for a request with other content. */
  record FormUsed() implements FinanceRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** There is no such comparison. */
  record NotReconciled() implements FinanceRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** A correction says why, in so many characters. */
  record NoReason(int least, int most) implements FinanceRefused {}

  /** There is no such difference. */
  record NoDifference() implements FinanceRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** What differs is no fee, or is in a currency that is not booked. */
  record NoFee() implements FinanceRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** The books have the fee by now. */
  record NothingToBook() implements FinanceRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Another officer must decide about this difference first. */
  record BookingWaits() implements FinanceRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** It has been decided. */
  record BookingDecided(FeeBookingState state) implements FinanceRefused {}

  /** What is missing is another sum by now than was asked for. */
  record FeeChanged(Money missing) implements FinanceRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** A pledge, a charge, a refund or a dispute goes by such a journal: it is not undone by hand. */
  record FollowsSomething(JournalType type) implements FinanceRefused {
    @Override
    public int status() {
      return 409;
    }
  }
}
