package wasl.money;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.shared.Lang.AR;
import static wasl.shared.Lang.CKB;
import static wasl.shared.Lang.EN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.shared.Lang;

/** The table of the glossary's writing rules. */
class FormatsTest {

  private static final String BLANK = "\u00A0";

  @Test
  void writesAmounts() {
    Money whole = Money.minor(1_250_000, Currency.USD);
    Money cents = Money.minor(1_250_050, Currency.USD);
    assertThat(Formats.in(EN).money(whole)).isEqualTo("USD" + BLANK + "12,500");
    assertThat(Formats.in(EN).moneyExact(whole)).isEqualTo("USD" + BLANK + "12,500.00");
    assertThat(Formats.in(AR).money(whole)).isEqualTo("12,500" + BLANK + "دولار");
    assertThat(Formats.in(AR).money(cents)).isEqualTo("12,500.50" + BLANK + "دولار");
    assertThat(Formats.in(CKB).money(whole)).isEqualTo("12,500" + BLANK + "دۆلار");
    assertThat(Formats.in(CKB).moneyExact(Money.minor(5, Currency.EUR)))
        .isEqualTo("0.05" + BLANK + "یۆرۆ");
    assertThat(Formats.in(EN).moneyExact(Money.minor(25_000, Currency.IQD)))
        .isEqualTo("IQD" + BLANK + "25,000");
    assertThat(Formats.in(EN).amount(Money.minor(-150, Currency.USD))).isEqualTo("\u22121.50");
    assertThat(Formats.in(AR).amountExact(Money.minor(-150, Currency.USD)))
        .as("the minus stays before the number")
        .isEqualTo("\u200e\u22121.50");
  }

  @Test
  void writesRatesAsTheyAreStored() {
    assertThat(Formats.in(AR).rate(new BigDecimal("1300.000000"))).isEqualTo("1,300");
    assertThat(Formats.in(EN).rate(new BigDecimal("1310.500000"))).isEqualTo("1,310.5");
  }

  /** What is converted is never more exact than it can be. */
  @Test
  void writesConvertedAmountsInWholeUnitsFromAHundredOn() {
    BigDecimal large = new BigDecimal("155503.549999");
    assertThat(Formats.in(EN).about(large)).isEqualTo("155,504");
    assertThat(Formats.in(EN).about(large, ViewerCurrency.SEK))
        .isEqualTo("SEK" + BLANK + "155,504");
    assertThat(Formats.in(AR).about(large, ViewerCurrency.SEK))
        .isEqualTo("155,504" + BLANK + "كرونة سويدية");
    assertThat(Formats.in(EN).about(new BigDecimal("100.5"))).isEqualTo("100");
    assertThat(Formats.in(EN).about(new BigDecimal("17.725"))).isEqualTo("17.72");
    assertThat(Formats.in(EN).about(new BigDecimal("0.500000"))).isEqualTo("0.5");
    assertThat(Formats.in(EN).about(new BigDecimal("0.000000"))).isEqualTo("0");
  }

  @Test
  void viewersReckonInTheCurrencyOfTheirCountry() {
    assertThat(ViewerCurrency.of("SE")).contains(ViewerCurrency.SEK);
    assertThat(ViewerCurrency.of("DE")).contains(ViewerCurrency.EUR);
    assertThat(ViewerCurrency.of("IQ")).isEmpty();
    assertThat(ViewerCurrency.USD.is(Currency.USD)).isTrue();
    assertThat(ViewerCurrency.USD.is(Currency.EUR)).isFalse();
  }

  @Test
  void writesDates() {
    LocalDate day = LocalDate.of(2026, 2, 15);
    assertThat(Formats.in(AR).date(day)).isEqualTo("15" + BLANK + "شباط 2026");
    assertThat(Formats.in(CKB).date(day)).isEqualTo("15ی" + BLANK + "شوباتی 2026");
    assertThat(Formats.in(EN).date(day)).isEqualTo("15" + BLANK + "February 2026");
    assertThat(Formats.in(EN).shortDate(day)).isEqualTo("2026-02-15");
  }

  @Test
  void writesTimesInBaghdad() {
    Instant instant = Instant.parse("2026-02-15T22:30:00Z");
    assertThat(Formats.in(EN).dateTime(instant))
        .isEqualTo("16" + BLANK + "February 2026, 01:30 (Baghdad" + BLANK + "time)");
    assertThat(Formats.in(AR).dateTime(instant))
        .isEqualTo("16" + BLANK + "شباط 2026، الساعة 01:30 (بتوقيت" + BLANK + "بغداد)");
    assertThat(Formats.in(CKB).dateTime(instant))
        .isEqualTo(
            "16ی" + BLANK + "شوباتی 2026، کاتژمێر 01:30 (بە" + BLANK + "کاتی" + BLANK + "بەغدا)");
    assertThat(Formats.in(EN).shortDate(instant)).isEqualTo("2026-02-16");
    assertThat(Formats.in(EN).time(instant)).isEqualTo("01:30");
  }

  @ParameterizedTest
  @EnumSource(Lang.class)
  void writesLatinDigitsInEveryLanguage(Lang lang) {
    Formats formats = Formats.in(lang);
    assertThat(formats.number(1_234_567)).isEqualTo("1,234,567");
    assertThat(formats.percent(3_500)).isEqualTo("35%");
    assertThat(formats.percent(250)).isEqualTo("2.5%");
    for (int month = 1; month <= 12; month++) {
      assertThat(formats.date(LocalDate.of(2026, month, 1))).doesNotContainPattern("[٠-٩۰-۹⟦]");
    }
  }
}
