package wasl.money;

import java.util.Arrays;
import java.util.Optional;

/**
 * The currencies in use. The storage scale is decided here once: ISO 4217 gives the dinar three
 * decimals, but no coin below one dinar circulates and CLDR and the banks use none, so it has none.
 */
public enum Currency {
  USD(2),
  EUR(2),
  IQD(0);

  private final int scale;

  Currency(int scale) {
    this.scale = scale;
  }

  /** Decimal places of the minor unit. */
  public int scale() {
    return scale;
  }

  /** The currency with this ISO 4217 code. */
  public static Optional<Currency> of(String code) {
    return Arrays.stream(values()).filter(currency -> currency.name().equals(code)).findFirst();
  }
}
