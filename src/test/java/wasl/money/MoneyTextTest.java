package wasl.money;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.shared.Lang;

class MoneyTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "250|25000",
        "1,250|125000",
        "1250.50|125050",
        "1250.5|125050",
        "0.05|5",
        "١٢٥٠|125000",
        "١٬٢٥٠٫٥|125050",
        "۱۲۵۰|125000",
        "۱،۲۵۰|125000",
        " 1 250 |125000",
        "1\u00A0250|125000",
        "\u200F1250\u200E|125000",
        "1,234,567.89|123456789",
        "007|700",
        "999999999999999|99999999999999900",
        "999,999,999,999,999|99999999999999900"
      })
  void readsWhatPeopleType(String typed, long minor) {
    assertThat(MoneyText.parse(typed, Currency.USD)).contains(Money.minor(minor, Currency.USD));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "12a",
        "-5",
        "+5",
        "\u22125",
        "1.2.3",
        "1,25",
        "12,50",
        ",5",
        ".5",
        "5.",
        "1,2345",
        "1e3",
        "0x10",
        "1/2",
        "5.001",
        "12.500",
        "10.000",
        "$5",
        "1234567890123456",
        "1,000,000,000,000,000",
        "100,000,000,000,000,000",
        "NaN",
        "٥،٢",
        "１２"
      })
  void refusesWhatIsNoAmount(String typed) {
    assertThat(MoneyText.parse(typed, Currency.USD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"25000,25000", "'25,000',25000", "٢٥٬٠٠٠,25000"})
  void readsDinars(String typed, long minor) {
    assertThat(MoneyText.parse(typed, Currency.IQD)).contains(Money.minor(minor, Currency.IQD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25000.5", "25000.0", "500.000", "٥٠٠٫٠٠٠"})
  void readsNoPointInDinarsWhereItMayDivideThousands(String typed) {
    assertThat(MoneyText.parse(typed, Currency.IQD)).isEmpty();
  }

  @Property
  void readsWhatItWrites(
      @ForAll @LongRange(min = 0, max = 99_999_999_999_999L) long minor,
      @ForAll Currency currency,
      @ForAll Lang lang) {
    Money money = Money.minor(minor, currency);
    assertThat(MoneyText.parse(Formats.in(lang).amount(money), currency)).contains(money);
    assertThat(MoneyText.parse(Formats.in(lang).amountExact(money), currency)).contains(money);
  }

  @Property
  void neverThrows(@ForAll String typed, @ForAll Currency currency) {
    MoneyText.parse(typed, currency).ifPresent(m -> assertThat(m.isNegative()).isFalse());
  }
}
