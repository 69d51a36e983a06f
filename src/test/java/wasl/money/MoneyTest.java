package wasl.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.money.Currency.EUR;
import static wasl.money.Currency.IQD;
import static wasl.money.Currency.USD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static final long MOST = 1_000_000_000_000L;

  @Property
  void addingAndTakingAwayIsExact(
      @ForAll @LongRange(min = -MOST, max = MOST) long a,
      @ForAll @LongRange(min = -MOST, max = MOST) long b) {
    Money sum = Money.minor(a, USD).plus(Money.minor(b, USD));
    assertThat(sum.minus(Money.minor(b, USD))).isEqualTo(Money.minor(a, USD));
    assertThat(sum).isEqualTo(Money.minor(b, USD).plus(Money.minor(a, USD)));
    assertThat(sum.negated().negated()).isEqualTo(sum);
  }

  @Property
  void theDecimalsComeBack(
      @ForAll @LongRange(min = -MOST, max = MOST) long minor, @ForAll Currency currency) {
    Money money = Money.minor(minor, currency);
    assertThat(Money.of(money.decimal(), currency)).isEqualTo(money);
    assertThat(money.decimal().scale()).isEqualTo(currency.scale());
  }

  @Property
  void aSplitLosesNothingAndFavoursNobody(
      @ForAll @LongRange(min = 0, max = MOST) long minor,
      @ForAll("weights") @Size(min = 1, max = 40) List<Long> weights) {
    List<Money> parts = Money.minor(minor, EUR).split(weights);

    assertThat(parts.stream().reduce(Money.zero(EUR), Money::plus))
        .isEqualTo(Money.minor(minor, EUR));
    long total = weights.stream().mapToLong(Long::longValue).sum();
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal exact =
          BigDecimal.valueOf(minor)
              .multiply(BigDecimal.valueOf(weights.get(i)))
              .divide(BigDecimal.valueOf(total), 20, RoundingMode.HALF_EVEN);
      assertThat(BigDecimal.valueOf(parts.get(i).amountMinor()).subtract(exact).abs())
          .isLessThan(BigDecimal.ONE);
      if (weights.get(i) == 0) {
        assertThat(parts.get(i).isZero()).isTrue();
      }
    }
  }

  @Provide
  Arbitrary<List<Long>> weights() {
    return Arbitraries.longs()
        .between(0, 1_000_000)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .filter(weights -> weights.stream().anyMatch(weight -> weight > 0));
  }

  @Example
  void theLargestRemaindersGetTheUnitsLeftOver() {
    assertThat(Money.minor(100, USD).split(List.of(1L, 1L, 1L)))
        .extracting(Money::amountMinor)
        .containsExactly(34L, 33L, 33L);
    assertThat(Money.minor(10, USD).split(List.of(2L, 3L, 4L)))
        .extracting(Money::amountMinor)
        .containsExactly(2L, 3L, 5L);
  }

  @Example
  void refusesASplitThatMeansNothing() {
    assertThatThrownBy(() -> Money.minor(1, USD).split(List.of(0L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.minor(1, USD).split(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.minor(1, USD).split(List.of(2L, -1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.minor(-1, USD).split(List.of(1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void neverMixesCurrencies() {
    Money dollars = Money.minor(1, USD);
    Money euros = Money.minor(1, EUR);
    assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.compareTo(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThat(dollars).isNotEqualTo(euros);
  }

  @Example
  void overflowsLoudly() {
    Money most = Money.minor(Long.MAX_VALUE, USD);
    assertThatThrownBy(() -> most.plus(Money.minor(1, USD)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.minor(Long.MIN_VALUE, USD).negated())
        .isInstanceOf(ArithmeticException.class);
    assertThat(most.basisPoints(10_000, RoundingMode.UNNECESSARY)).isEqualTo(most);
  }

  @Example
  void refusesMoreDecimalsThanTheCurrencyHas() {
    assertThatThrownBy(() -> Money.of(new BigDecimal("1.001"), USD))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(new BigDecimal("1.5"), IQD))
        .isInstanceOf(ArithmeticException.class);
    assertThat(Money.of(new BigDecimal("1.500"), USD)).isEqualTo(Money.minor(150, USD));
  }

  @Example
  void roundsOnlyAsTold() {
    Money odd = Money.minor(25, USD);
    assertThat(odd.basisPoints(1_000, RoundingMode.HALF_EVEN)).isEqualTo(Money.minor(2, USD));
    assertThat(odd.basisPoints(1_000, RoundingMode.HALF_UP)).isEqualTo(Money.minor(3, USD));
    assertThat(odd.portion(1, 3, RoundingMode.DOWN)).isEqualTo(Money.minor(8, USD));
    assertThatThrownBy(() -> odd.portion(1, 3, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
  }

  @Example
  void comparesAndPicks() {
    Money less = Money.minor(1, USD);
    Money more = Money.minor(2, USD);
    assertThat(less.least(more)).isEqualTo(less);
    assertThat(more.least(less)).isEqualTo(less);
    assertThat(less.isLessThan(more)).isTrue();
    assertThat(more.isMoreThan(less)).isTrue();
    assertThat(less).hasToString("0.01 USD");
    assertThat(Money.minor(-5, IQD)).hasToString("-5 IQD");
  }

  @Test
  void isMultipliedExactly() {
    assertThat(Money.minor(250, Currency.USD).times(3)).isEqualTo(Money.minor(750, Currency.USD));
    assertThatThrownBy(() -> Money.minor(Long.MAX_VALUE, Currency.USD).times(2))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void comparesWithoutTheEqual() {
    Money less = Money.minor(1, Currency.USD);
    Money more = Money.minor(2, Currency.USD);
    assertThat(less.isLessThan(more)).isTrue();
    assertThat(more.isLessThan(less)).isFalse();
    assertThat(less.isLessThan(less)).isFalse();
    assertThat(more.isMoreThan(less)).isTrue();
    assertThat(less.isMoreThan(more)).isFalse();
    assertThat(less.isMoreThan(less)).isFalse();
    assertThat(less.least(more)).isEqualTo(less);
    assertThat(more.least(less)).isEqualTo(less);
  }

  @Test
  void equalAmountsHaveEqualHashesAndOthersHardlyEver() {
    assertThat(Money.minor(7, Currency.USD)).hasSameHashCodeAs(Money.minor(7, Currency.USD));
    assertThat(Money.minor(7, Currency.USD).hashCode())
        .isNotEqualTo(Money.minor(8, Currency.USD).hashCode());
  }
}
