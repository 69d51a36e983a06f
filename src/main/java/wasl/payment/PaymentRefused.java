package wasl.payment;

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

  /** A top-up is more than nothing. */
  record NoAmount(Money amount) implements PaymentRefused {}

  /** A top-up names its transfer, in at most so many characters. */
  record NoReference(int most) implements PaymentRefused {}
}
