package wasl.sandbox.stripe;

import static wasl.sandbox.stripe.TestCard.Asks.ALWAYS;
import static wasl.sandbox.stripe.TestCard.Asks.NEVER;
import static wasl.sandbox.stripe.TestCard.Asks.ON_SESSION;
import static wasl.sandbox.stripe.TestCard.Asks.UNTIL_SET_UP;

import java.util.Arrays;
import java.util.Optional;

/**
 * Stripe's test cards (docs.stripe.com/testing), the only numbers that the sandbox takes: a real
 * card is refused, so that nobody types one.
 */
enum TestCard {
  VISA("4242424242424242", "visa", NEVER),
  VISA_DEBIT("4000056655665556", "visa", NEVER),
  MASTERCARD("5555555555554444", "mastercard", NEVER),
  AMEX("378282246310005", "amex", NEVER),
  DECLINED("4000000000000002", Decline.GENERIC),
  INSUFFICIENT_FUNDS("4000000000009995", Decline.INSUFFICIENT_FUNDS),
  LOST("4000000000009987", Decline.LOST),
  STOLEN("4000000000009979", Decline.STOLEN),
  EXPIRED("4000000000000069", Decline.EXPIRED),
  WRONG_CVC("4000000000000127", Decline.INCORRECT_CVC),
  PROCESSING_ERROR("4000000000000119", Decline.PROCESSING),
  /** Authenticates when it is saved; after that, charges without the cardholder succeed. */
  AUTHENTICATES_UNTIL_SET_UP("4000002500003155", "visa", UNTIL_SET_UP),
  /** Every charge without the cardholder fails with {@code authentication_required}. */
  AUTHENTICATES_ALWAYS("4000002760003184", "visa", ALWAYS),
  /** Authenticates only while the cardholder is there, also when it is saved. */
  AUTHENTICATES_ON_SESSION("4000003800000446", "visa", ON_SESSION),
  /** Saves after authentication; each charge then lacks the money. */
  AUTHENTICATES_THEN_INSUFFICIENT(
      "4000008260003178", "visa", UNTIL_SET_UP, null, Decline.INSUFFICIENT_FUNDS, Aftermath.NONE),
  /** Saves, and every charge is declined. */
  DECLINED_LATER("4000000000000341", "visa", NEVER, null, Decline.GENERIC, Aftermath.NONE),
  DISPUTED("4000000000000259", Aftermath.DISPUTE),
  /** A refund is pending first and succeeds later. */
  REFUND_SUCCEEDS_LATER("4000000000007726", Aftermath.REFUND_LATER),
  /** A refund succeeds first and fails later. */
  REFUND_FAILS_LATER("4000000000005126", Aftermath.REFUND_FAILS);

  /** When the card's bank asks the cardholder to authenticate. */
  enum Asks {
    NEVER,
    UNTIL_SET_UP,
    ON_SESSION,
    ALWAYS
  }

  /** What comes after a charge that succeeded. */
  enum Aftermath {
    NONE,
    DISPUTE,
    REFUND_LATER,
    REFUND_FAILS
  }

  final String number;
  final String brand;
  final Decline whenSaved;
  final Decline whenCharged;
  final Aftermath aftermath;
  private final Asks asks;

  TestCard(String number, String brand, Asks asks) {
    this(number, brand, asks, null, null, Aftermath.NONE);
  }

  TestCard(String number, Decline decline) {
    this(number, "visa", NEVER, decline, decline, Aftermath.NONE);
  }

  TestCard(String number, Aftermath aftermath) {
    this(number, "visa", NEVER, null, null, aftermath);
  }

  TestCard(
      String number,
      String brand,
      Asks asks,
      Decline whenSaved,
      Decline whenCharged,
      Aftermath aftermath) {
    this.number = number;
    this.brand = brand;
    this.asks = asks;
    this.whenSaved = whenSaved;
    this.whenCharged = whenCharged;
    this.aftermath = aftermath;
  }

  static Optional<TestCard> numbered(String number) {
    return Arrays.stream(values()).filter(card -> card.number.equals(number)).findFirst();
  }

  String last4() {
    return number.substring(number.length() - 4);
  }

  boolean asksWhenSaved() {
    return asks != NEVER;
  }

  /** Whether a charge needs the cardholder's authentication first. */
  boolean asksWhenCharged(boolean offSession, boolean setUp) {
    return switch (asks) {
      case NEVER -> false;
      case UNTIL_SET_UP -> !setUp;
      case ON_SESSION -> !offSession;
      case ALWAYS -> true;
    };
  }
}
