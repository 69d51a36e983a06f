package wasl.payment;

import java.time.Instant;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Refusal;

/** Why payment does not do something. */
public sealed interface PaymentRefused extends Refusal {

  /** A webhook without a good signature. */
  record NotSigned() implements PaymentRefused {
    @Override
    public int status() {
      return 400;
    }
  }

  /** The gateway is slow or down: the pledge is kept. */
  record GatewayDown() implements PaymentRefused {
    @Override
    public int status() {
      return 503;
    }
  }

  /** Too many cards were tried, or declined, in too short a time. */
  record TooManyCards(Instant until) implements PaymentRefused {
    @Override
    public int status() {
      return 429;
    }
  }

  /** This card is not used here; nothing is said about it. */
  record CardNotTaken() implements PaymentRefused {}

  /** A top-up is more than nothing. */
  record NoAmount(Money amount) implements PaymentRefused {}

  /** Whoever does this says why, in at most so many characters. */
  record NoReason(int most) implements PaymentRefused {}

  /** Charging is paused already. */
  record AlreadyPaused() implements PaymentRefused {}

  /** Charging is not paused. */
  record NotPaused() implements PaymentRefused {}

  /** Nothing is charged at present, by order of the finance desk. */
  record ChargingPaused() implements PaymentRefused {
    @Override
    public int status() {
      return 503;
    }
  }

  /** This card cannot be charged; another one is needed. */
  record OtherCardNeeded() implements PaymentRefused {}

  /** There is no such dispute or refund. */
  record NotFound() implements PaymentRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** The gateway takes no answer to this dispute any more. */
  record DisputeAnswered() implements PaymentRefused {}

  /** An answer says something, in at most so many characters. */
  record NoEvidence(int most) implements PaymentRefused {}

  /** This refund has not failed, or somebody has dealt with it. */
  record NotFailed() implements PaymentRefused {}

  /** Its bank transfer waits for another officer: on the card it would be paid twice. */
  record TransferAsked() implements PaymentRefused {}

  /** The charge is disputed: the gateway gives nothing back before that is decided. */
  record Disputed() implements PaymentRefused {}

  /** Nobody moves money to themselves. */
  record OwnPledge() implements PaymentRefused {}

  /** So much is left to be given back. */
  record TooMuch(Money left) implements PaymentRefused {}

  /** The platform would bear more than was approved. */
  record LossGrown(Money loss) implements PaymentRefused {}

  /** Nothing is nothing to give back. */
  record NothingAsked() implements PaymentRefused {}

  /** The gateway never took this refund: nothing has come back that could be paid. */
  record NotOwed() implements PaymentRefused {}

  /** The gateway says that this payout has not reached the bank, or has come back. */
  record NotPaidOut() implements PaymentRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** Nothing is charged or kept at the gateway in this currency. */
  record NotCharged(Currency currency) implements PaymentRefused {}

  /** A top-up names its transfer, in at most so many characters. */
  record NoReference(int most) implements PaymentRefused {}
}
