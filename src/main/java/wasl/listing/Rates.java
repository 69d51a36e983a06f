package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.ViewerCurrency;
import wasl.shared.Remembered;
import wasl.shared.Sql;

/** What the platform keeps, and for how many dinars a unit of a currency stands. */
@ApplicationScoped
public class Rates {

  private static final BigDecimal BASIS = BigDecimal.valueOf(10_000);

  @Inject private Sql sql;

  private final Remembered<Asked, Optional<Rate>> official =
      new Remembered<>(Duration.ofSeconds(10), this::readOfficial);

  private final Remembered<LocalDate, List<ViewerRate>> forViewers =
      new Remembered<>(Duration.ofSeconds(10), this::entered);

  private record Asked(Currency currency, LocalDate day) {}

  /**
   * A stored rate.
   *
   * @param dinars for one unit of the currency
   * @param kind OFFICIAL or MARKET
   * @param source who published it
   */
  public record Rate(
      Currency currency, BigDecimal dinars, String kind, LocalDate day, RateSource source) {

    /** Dinars in the rate's currency, rounded half-even to its minor unit. */
    public Money fromDinars(Money dinarAmount) {
      BigDecimal amount =
          dinarAmount.decimal().divide(dinars, currency.scale(), RoundingMode.HALF_EVEN);
      return Money.of(amount, currency);
    }

    /** An amount of the rate's currency in whole dinars, rounded half-even. */
    public Money toDinars(Money amount) {
      return Money.of(
          amount.decimal().multiply(dinars).setScale(0, RoundingMode.HALF_EVEN), Currency.IQD);
    }
  }

  /** The official rate of a day: the latest that is not after it. */
  public Optional<Rate> official(Currency currency, LocalDate day) {
    return official.get(new Asked(currency, day));
  }

  private Optional<Rate> readOfficial(Asked asked) {
    return latest(
        asked.currency().name(),
        asked.day(),
        row ->
            new Rate(
                asked.currency(),
                row.getBigDecimal("dinars"),
                row.getString("kind"),
                Sql.day(row, "day"),
                source(row)));
  }

  /** The official rates of a day in the currencies of viewers; one without a rate is left out. */
  public List<ViewerRate> forViewers(LocalDate day) {
    return forViewers.get(day);
  }

  /** The same as it stands now, for whoever enters them. */
  public List<ViewerRate> entered(LocalDate day) {
    return Arrays.stream(ViewerCurrency.values())
        .flatMap(
            currency ->
                latest(
                    currency.name(),
                    day,
                    row ->
                        new ViewerRate(
                            currency,
                            row.getBigDecimal("dinars"),
                            Sql.day(row, "day"),
                            source(row)))
                    .stream())
        .toList();
  }

  private <T> Optional<T> latest(String currency, LocalDate day, Sql.Row<T> row) {
    return sql.one(
        "SELECT dinars, kind, day, source_ar, source_ckb, source FROM listing_rate"
            + " WHERE currency = ? AND kind = 'OFFICIAL' AND day <= ?"
            + " ORDER BY day DESC, entered_at DESC LIMIT 1",
        row,
        currency,
        day);
  }

  private static RateSource source(ResultSet row) throws SQLException {
    return new RateSource(
        row.getString("source_ar"), row.getString("source_ckb"), row.getString("source"));
  }

  /** The platform fee of a funding model at an instant, in basis points. */
  public int fee(FundingModel model, Instant now) {
    return (int)
        sql.number(
            "SELECT basis_points FROM listing_fee WHERE model = ? AND since <= ?"
                + " ORDER BY since DESC LIMIT 1",
            model,
            now);
  }

  /** The platform's part of an amount, rounded half-even to its minor unit. */
  public static Money feeOf(Money gross, int basisPoints) {
    return gross.basisPoints(basisPoints, RoundingMode.HALF_EVEN);
  }

  /**
   * The smallest goal of which, after the platform's part, exactly this net arrives. There is
   * always one: a goal that is one minor unit larger brings none or one more.
   */
  public static Money goalFor(Money net, int basisPoints) {
    long low = net.amountMinor();
    long high =
        new BigDecimal(low)
            .multiply(BASIS)
            .divide(BASIS.subtract(BigDecimal.valueOf(basisPoints)), 0, RoundingMode.CEILING)
            .add(BigDecimal.ONE)
            .longValueExact();
    while (low < high) {
      long middle = low + (high - low) / 2;
      Money goal = Money.minor(middle, net.currency());
      if (goal.minus(feeOf(goal, basisPoints)).isLessThan(net)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Money.minor(low, net.currency());
  }
}
