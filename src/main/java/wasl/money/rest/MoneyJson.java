package wasl.money.rest;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.MoneyRefused;
import wasl.shared.Refused;

/**
 * An amount on the wire: {@code {"amount": "25.00", "currency": "USD"}}.
 *
 * @param amount plain decimal digits, at most as many decimals as the currency has
 * @param currency the ISO 4217 code
 */
public record MoneyJson(String amount, String currency) {

  private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,3})?");

  /** Writes an amount; null stays null. */
  public static MoneyJson of(Money money) {
    return money == null
        ? null
        : new MoneyJson(money.decimal().toPlainString(), money.currency().name());
  }

  /**
   * Reads an amount.
   *
   * @throws Refused {@link MoneyRefused.InvalidAmount} for anything but a plain amount
   */
  public Money money() {
    if (amount == null || !PLAIN.matcher(amount).matches()) {
      throw new Refused(new MoneyRefused.InvalidAmount());
    }
    Currency known =
        Currency.of(currency).orElseThrow(() -> new Refused(new MoneyRefused.InvalidAmount()));
    BigDecimal decimal = new BigDecimal(amount);
    if (decimal.scale() > known.scale()) {
      throw new Refused(new MoneyRefused.InvalidAmount());
    }
    return Money.of(decimal, known);
  }
}
