package wasl.listing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import wasl.money.Money;
import wasl.money.ViewerCurrency;

/**
 * For how many dinars a unit of a viewer's currency stood.
 *
 * @param day of the rate
 * @param source who published it
 */
public record ViewerRate(
    ViewerCurrency currency, BigDecimal dinars, LocalDate day, RateSource source) {

  private static final int DECIMALS = 6;

  /**
   * An amount of a listing's currency in this one, by way of the dinar, to a millionth; for reading
   * only.
   *
   * @param amount in the rate's currency
   */
  public BigDecimal of(Money amount, Rates.Rate rate) {
    return amount
        .decimal()
        .multiply(rate.dinars())
        .divide(dinars, DECIMALS, RoundingMode.HALF_EVEN);
  }
}
