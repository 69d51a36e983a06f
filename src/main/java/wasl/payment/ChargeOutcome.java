package wasl.payment;

import java.time.Duration;
import java.time.Instant;
import wasl.money.Money;

/** What became of an attempt to charge, as far as the gateway has told. */
sealed interface ChargeOutcome {

  /**
   * The card was charged.
   *
   * @param fee what the gateway keeps of it; null while it is not known
   */
  record Paid(String intent, String charge, Instant at, Money fee) implements ChargeOutcome {}

  /**
   * Definitely not charged.
   *
   * @param intent the gateway's object; null where none was made
   */
  record Declined(String intent, DeclineReason reason) implements ChargeOutcome {}

  /**
   * The cardholder must go to the bank's page.
   *
   * @param address where; null where the gateway names none
   */
  record ActionNeeded(String intent, String address) implements ChargeOutcome {}

  /** The gateway works on it. */
  record Processing(String intent) implements ChargeOutcome {}

  /** No answer, or none that says what became of it. */
  record Unknown(String why) implements ChargeOutcome {}

  /**
   * Definitely not booked, through no fault of the card: too many calls, or no access.
   *
   * @param retryAfter how long the gateway wants to be left alone; zero where it does not say
   */
  record Busy(String why, Duration retryAfter) implements ChargeOutcome {}

  /**
   * The gateway repeats a failure that it keeps under the attempt's key: its work under this key
   * has ended, and whatever it has booked is there to be found.
   */
  record Spent(String why) implements ChargeOutcome {}

  /** The gateway knows nothing of it. */
  record Absent() implements ChargeOutcome {}
}
