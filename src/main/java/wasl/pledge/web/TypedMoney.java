package wasl.pledge.web;

import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.MoneyRefused;
import wasl.money.MoneyText;
import wasl.shared.Refused;

/** Amounts as they were typed. */
final class TypedMoney {

  private TypedMoney() {}

  /**
   * The amount.
   *
   * @throws Refused {@link MoneyRefused.InvalidAmount}
   */
  static Money of(String typed, Currency currency) {
    return MoneyText.parse(typed, currency)
        .orElseThrow(() -> new Refused(new MoneyRefused.InvalidAmount()));
  }

  /** The amount, or nothing at all where nothing was typed. */
  static Money orZero(String typed, Currency currency) {
    return typed == null || typed.isBlank() ? Money.zero(currency) : of(typed, currency);
  }
}
