package wasl.money;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An exact amount in minor units of one currency. Arithmetic overflows loudly ({@link
 * ArithmeticException}); amounts of two currencies never mix ({@link IllegalArgumentException}).
 */
@Embeddable
@Access(AccessType.FIELD)
public class Money implements Comparable<Money>, Serializable {

  private static final long serialVersionUID = 1L;
  private static final BigInteger BASIS = BigInteger.valueOf(10_000);

  @Column(name = "amount_minor")
  private long amountMinor;

  @Enumerated(EnumType.STRING)
  @Column(name = "currency", length = 3)
  private Currency currency;

  /** For JPA. */
  protected Money() {}

  private Money(long amountMinor, Currency currency) {
    this.amountMinor = amountMinor;
    this.currency = Objects.requireNonNull(currency);
  }

  /** An amount in minor units: 2500 of USD is 25.00 dollars. */
  public static Money minor(long amountMinor, Currency currency) {
    return new Money(amountMinor, currency);
  }

  /**
   * An amount in whole units with decimals.
   *
   * @throws ArithmeticException where it has more decimals than the currency, or is too large
   */
  public static Money of(BigDecimal amount, Currency currency) {
    return new Money(
        amount
            .setScale(currency.scale(), RoundingMode.UNNECESSARY)
            .unscaledValue()
            .longValueExact(),
        currency);
  }

  /** Nothing of a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** In minor units. */
  public long amountMinor() {
    return amountMinor;
  }

  public Currency currency() {
    return currency;
  }

  /** With the currency's decimals: 25.00. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(amountMinor, currency.scale());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(amountMinor, same(other).amountMinor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(amountMinor, same(other).amountMinor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(amountMinor), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(amountMinor, factor), currency);
  }

  /** A part in basis points (10 000 is the whole), rounded as told. */
  public Money basisPoints(int points, RoundingMode rounding) {
    return portion(BigInteger.valueOf(points), BASIS, rounding);
  }

  /** The part {@code numerator / denominator}, rounded as told. */
  public Money portion(long numerator, long denominator, RoundingMode rounding) {
    return portion(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator), rounding);
  }

  private Money portion(BigInteger numerator, BigInteger denominator, RoundingMode rounding) {
    BigDecimal product = new BigDecimal(BigInteger.valueOf(amountMinor).multiply(numerator));
    long rounded = product.divide(new BigDecimal(denominator), 0, rounding).longValueExact();
    return new Money(rounded, currency);
  }

  /**
   * Splits without losing a minor unit: each part gets its share rounded down, the units left over
   * go one each to the largest remainders (earlier parts first among equals).
   *
   * @param weights not negative, not all zero; this amount not negative
   */
  public List<Money> split(List<Long> weights) {
    BigInteger total =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    if (total.signum() <= 0 || amountMinor < 0 || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("cannot split " + this + " by " + weights);
    }
    BigInteger amount = BigInteger.valueOf(amountMinor);
    long[] parts = new long[weights.size()];
    List<BigInteger> remainders = new ArrayList<>();
    long left = amountMinor;
    for (int i = 0; i < parts.length; i++) {
      BigInteger[] share =
          amount.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(total);
      parts[i] = share[0].longValueExact();
      remainders.add(share[1]);
      left -= parts[i];
    }
    List<Integer> order =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
            .toList();
    for (int i = 0; i < left; i++) {
      parts[order.get(i)]++;
    }
    return IntStream.range(0, parts.length).mapToObj(i -> new Money(parts[i], currency)).toList();
  }

  public boolean isZero() {
    return amountMinor == 0;
  }

  public boolean isPositive() {
    return amountMinor > 0;
  }

  public boolean isNegative() {
    return amountMinor < 0;
  }

  public boolean isLessThan(Money other) {
    return compareTo(other) < 0;
  }

  public boolean isMoreThan(Money other) {
    return compareTo(other) > 0;
  }

  /** The smaller of the two. */
  public Money least(Money other) {
    return isMoreThan(other) ? other : this;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amountMinor, same(other).amountMinor);
  }

  private Money same(Money other) {
    if (other.currency != currency) {
      throw new IllegalArgumentException(this + " and " + other + " are of two currencies");
    }
    return other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money money
        && money.amountMinor == amountMinor
        && money.currency == currency;
  }

  @Override
  public int hashCode() {
    return Objects.hash(amountMinor, currency);
  }

  /** For logs: {@code 25.00 USD}. */
  @Override
  public String toString() {
    return decimal().toPlainString() + " " + currency;
  }
}
