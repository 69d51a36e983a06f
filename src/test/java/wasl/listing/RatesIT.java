package wasl.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.ViewerCurrency;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;

/** Official rates against the real database: entered by day, never changed. */
@ExtendWith(ArquillianExtension.class)
class RatesIT {

  private static final RateSource BANK = new RateSource("المصرف", "بانک", "The bank");

  @Inject private EnterRates enter;
  @Inject private Rates rates;
  @Inject private Clock clock;

  private final Actor administrator = actor(Role.ADMINISTRATOR);

  private static Actor actor(Role role) {
    return new Actor(PartyId.next(), Set.of(role), null, Lang.EN, false);
  }

  private LocalDate today() {
    return Baghdad.day(clock.instant());
  }

  @Test
  void aRateCountsFromItsDayUntilTheNextAndTheLastEnteredOfADayCounts() {
    LocalDate day = today();
    enter(administrator, day.minusDays(9), ViewerCurrency.CHF, "1400", false);
    enter(administrator, day.minusDays(4), ViewerCurrency.CHF, "1450", false);
    assertThat(rate(ViewerCurrency.CHF, day.minusDays(5))).isEqualByComparingTo("1400");
    assertThat(rate(ViewerCurrency.CHF, day)).isEqualByComparingTo("1450");

    enter(administrator, day.minusDays(4), ViewerCurrency.CHF, "1460.25", false);
    assertThat(rate(ViewerCurrency.CHF, day)).isEqualByComparingTo("1460.25");
    assertThat(rate(ViewerCurrency.CHF, day.minusDays(5))).isEqualByComparingTo("1400");
    assertThat(rates.entered(day.minusDays(10)))
        .extracting(ViewerRate::currency)
        .doesNotContain(ViewerCurrency.CHF);
  }

  @Test
  void anAmountGoesByWayOfTheDinar() {
    LocalDate day = today();
    enter(administrator, day, ViewerCurrency.AUD, "866.125", false);
    ViewerRate rate = of(ViewerCurrency.AUD, day);
    Rates.Rate dollar = rates.official(Currency.USD, day).orElseThrow();
    assertThat(dollar.dinars()).isEqualByComparingTo("1300");

    assertThat(rate.of(Money.minor(1_500_050, Currency.USD), dollar))
        .as("15 000.50 dollars at 1 300, at 866.125")
        .isEqualByComparingTo("22514.821764");
    assertThat(rate.day()).isEqualTo(day);
    assertThat(rate.source().in(Lang.CKB)).isEqualTo("بانک");
    assertThat(rate.source().in(Lang.AR)).isEqualTo("المصرف");
    assertThat(rate.source().in(Lang.EN)).isEqualTo("The bank");
  }

  @Test
  void onlyAnAdministratorEntersThem() {
    assertThat(refusal(() -> enter(actor(Role.FINANCE), today(), ViewerCurrency.CAD, "950", true)))
        .isInstanceOf(AccessRefused.NotAllowed.class);
  }

  @Test
  void aSlipIsNotTakenUntilTheAdministratorIsSure() {
    LocalDate day = today();
    enter(administrator, day, ViewerCurrency.JOD, "1800", true);
    assertThat(refusal(() -> enter(administrator, day, ViewerCurrency.JOD, "18000", false)))
        .isEqualTo(new ListingRefused.RateFarOff(ViewerCurrency.JOD));
    assertThat(refusal(() -> enter(administrator, day, ViewerCurrency.JOD, "1439", false)))
        .isEqualTo(new ListingRefused.RateFarOff(ViewerCurrency.JOD));
    assertThat(rate(ViewerCurrency.JOD, day)).isEqualByComparingTo("1800");

    enter(administrator, day, ViewerCurrency.JOD, "1440", false);
    enter(administrator, day, ViewerCurrency.JOD, "2000", true);
    assertThat(rate(ViewerCurrency.JOD, day)).isEqualByComparingTo("2000");
  }

  @Test
  void whatIsNoRateIsRefused() {
    LocalDate day = today();
    for (String dinars : new String[] {"0", "-1", "1000001", "1.0000001"}) {
      assertThat(refusal(() -> enter(administrator, day, ViewerCurrency.NOK, dinars, true)))
          .as(dinars)
          .isEqualTo(new ListingRefused.RateUnfit(ViewerCurrency.NOK));
    }
    assertThat(refusal(() -> enter(administrator, day.plusDays(1), ViewerCurrency.NOK, "1", true)))
        .isInstanceOf(ListingRefused.RateDay.class);
    assertThat(refusal(() -> enter(administrator, null, ViewerCurrency.NOK, "1", true)))
        .isInstanceOf(ListingRefused.RateDay.class);
    assertThat(refusal(() -> enter.handle(command(day, Map.of(), BANK))))
        .isInstanceOf(ListingRefused.RatesMissing.class);
    Map<ViewerCurrency, BigDecimal> one = Map.of(ViewerCurrency.NOK, BigDecimal.TEN);
    assertThat(refusal(() -> enter.handle(command(day, one, new RateSource("ا", " ", "b")))))
        .isInstanceOf(ListingRefused.RateSource.class);
  }

  private EnterRates.Command command(
      LocalDate day, Map<ViewerCurrency, BigDecimal> dinars, RateSource source) {
    return new EnterRates.Command(administrator, day, dinars, source, true);
  }

  private void enter(
      Actor by, LocalDate day, ViewerCurrency currency, String dinars, boolean sure) {
    enter.handle(
        new EnterRates.Command(by, day, Map.of(currency, new BigDecimal(dinars)), BANK, sure));
  }

  private BigDecimal rate(ViewerCurrency currency, LocalDate day) {
    return of(currency, day).dinars();
  }

  private ViewerRate of(ViewerCurrency currency, LocalDate day) {
    return rates.entered(day).stream()
        .filter(each -> each.currency() == currency)
        .findFirst()
        .orElseThrow();
  }

  private static Refusal refusal(Runnable work) {
    var caught = new Refusal[1];
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Refused.class, refused -> caught[0] = refused.refusal());
    return caught[0];
  }
}
