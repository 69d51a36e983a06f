package wasl.money;

import wasl.shared.Refusal;

/** Why an amount is not taken. */
public sealed interface MoneyRefused extends Refusal {

  /** The text is not an amount. */
  record InvalidAmount() implements MoneyRefused {
    @Override
    public int status() {
      return 400;
    }
  }
}
