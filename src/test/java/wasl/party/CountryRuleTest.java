package wasl.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CountryRuleTest {

  private static final CountryRule SWEDEN =
      new CountryRule("SE", CountryRule.MODELS, 96, true, true, true, 100_000L, "ECSPR", 0);

  @Test
  void dutiesAreThoseOfProfitShareOnly() {
    assertThat(SWEDEN.reflectionHours("PROFIT_SHARE")).isEqualTo(96);
    assertThat(SWEDEN.reflectionHours("GRANT")).isZero();
    assertThat(SWEDEN.reflectionHours("QARD_HASAN")).isZero();
    assertThat(SWEDEN.keyInformationSheet("PROFIT_SHARE")).isTrue();
    assertThat(SWEDEN.keyInformationSheet("GRANT")).isFalse();
    assertThat(SWEDEN.entryTest("PROFIT_SHARE")).isTrue();
    assertThat(SWEDEN.entryTest("QARD_HASAN")).isFalse();
  }

  @Test
  void nothingIsOfferedWhereNobodyEnteredARule() {
    assertThat(CountryRule.unsupported("XX").modelsOffered()).isEqualTo(Set.of());
  }
}
