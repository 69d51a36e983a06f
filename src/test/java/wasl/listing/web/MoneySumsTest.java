package wasl.listing.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wasl.money.Currency;
import wasl.money.Money;

class MoneySumsTest {

  private static final int FEE = 300;

  @Test
  void tellsWhatTheMinimumLeavesUncovered() {
    assertThat(sums(dollars(6_000), dollars(6_000)).uncovered()).isEqualTo(dollars(180));
  }

  @Test
  void tellsNothingWhereTheMinimumIsEnoughOrNotTypedYet() {
    assertThat(sums(dollars(5_820), dollars(6_000)).uncovered()).isNull();
    assertThat(sums(dollars(8_000), null).uncovered()).isNull();
  }

  private static MoneySums sums(Money required, Money minimum) {
    return MoneySums.of(dollars(8_000), required, dollars(8_247), minimum, FEE, true);
  }

  private static Money dollars(long whole) {
    return Money.minor(whole * 100, Currency.USD);
  }
}
