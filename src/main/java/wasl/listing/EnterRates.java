package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.money.ViewerCurrency;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Baghdad;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * An administrator enters the official rates of a day. Nothing that was entered is changed: another
 * rate of the same day counts from then on. A rate that is far from the one before it is taken for
 * a slip until the administrator is sure.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused}, {@link ListingRefused.RatesMissing}, {@link
 * ListingRefused.RateUnfit}, {@link ListingRefused.RateDay}, {@link ListingRefused.RateSource},
 * {@link ListingRefused.RateFarOff}.
 */
@ApplicationScoped
@Transactional
public class EnterRates {

  /** A fifth more or less than the rate before, as a factor in hundredths. */
  private static final BigDecimal FAR = new BigDecimal("0.20");

  private static final BigDecimal MOST = new BigDecimal("1000000");
  private static final int DECIMALS = 6;
  private static final int LONGEST_SOURCE = 200;

  @Inject private Rates rates;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * The rates of a day.
   *
   * @param dinars for one unit of each currency
   * @param sure whether rates that are far from the ones before are meant
   */
  public record Command(
      Actor by,
      LocalDate day,
      Map<ViewerCurrency, BigDecimal> dinars,
      RateSource source,
      boolean sure) {}

  /** Enters them all, or none. */
  public void handle(Command command) {
    command.by().require(Permission.ADMINISTER);
    Instant now = clock.instant();
    check(command, Baghdad.day(now));
    command
        .dinars()
        .forEach(
            (currency, dinars) ->
                sql.change(
                    "INSERT INTO listing_rate (currency, kind, day, dinars, source, source_ar,"
                        + " source_ckb, entered_by, entered_at)"
                        + " VALUES (?, 'OFFICIAL', ?, ?, ?, ?, ?, ?, ?)",
                    currency,
                    command.day(),
                    dinars,
                    command.source().en(),
                    command.source().ar(),
                    command.source().ckb(),
                    command.by().party().value(),
                    now));
  }

  private void check(Command command, LocalDate today) {
    if (command.dinars().isEmpty()) {
      throw new Refused(new ListingRefused.RatesMissing());
    }
    if (command.day() == null || command.day().isAfter(today)) {
      throw new Refused(new ListingRefused.RateDay());
    }
    RateSource source = command.source();
    if (!fits(source.ar()) || !fits(source.ckb()) || !fits(source.en())) {
      throw new Refused(new ListingRefused.RateSource(LONGEST_SOURCE));
    }
    Map<ViewerCurrency, BigDecimal> before =
        rates.entered(command.day()).stream()
            .collect(Collectors.toMap(ViewerRate::currency, ViewerRate::dinars));
    command
        .dinars()
        .forEach(
            (currency, dinars) -> {
              if (dinars.signum() <= 0
                  || dinars.compareTo(MOST) > 0
                  || dinars.stripTrailingZeros().scale() > DECIMALS) {
                throw new Refused(new ListingRefused.RateUnfit(currency));
              }
              if (!command.sure() && farOff(dinars, before.get(currency))) {
                throw new Refused(new ListingRefused.RateFarOff(currency));
              }
            });
  }

  private static boolean fits(String source) {
    return source != null && !source.isBlank() && source.length() <= LONGEST_SOURCE;
  }

  private static boolean farOff(BigDecimal dinars, BigDecimal before) {
    return before != null
        && dinars
                .subtract(before)
                .abs()
                .divide(before, DECIMALS, RoundingMode.HALF_EVEN)
                .compareTo(FAR)
            > 0;
  }
}
