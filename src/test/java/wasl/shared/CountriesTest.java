package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountriesTest {

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyCountryHasANameInEveryLanguage(Lang lang) {
    assertThat(Countries.in(lang)).hasSizeGreaterThan(240);
    Countries.in(lang).forEach((code, name) -> assertThat(name).isNotBlank().isNotEqualTo(code));
    if (lang != Lang.EN) {
      assertThat(Countries.in(lang).values()).noneMatch(name -> name.matches(".*[A-Za-z].*"));
    }
  }

  @Test
  void soraniIsWrittenWithOneLetterH() {
    assertThat(Countries.in(Lang.CKB).values()).noneMatch(name -> name.indexOf('\u06BE') >= 0);
    assertThat(Countries.name("NL", Lang.CKB)).isEqualTo("هۆڵەندا");
  }

  @Test
  void namesHeardInIraqComeBeforeTheRepositorys() {
    assertThat(Countries.name("NO", Lang.CKB)).isEqualTo("نەرویج");
    assertThat(Countries.name("AE", Lang.AR)).isEqualTo("الإمارات");
  }

  @Test
  void everyCountryOfTheDiasporaIsACountry() {
    assertThat(Countries.DIASPORA).allMatch(Countries::known);
    assertThat(Countries.known("XX")).isFalse();
    assertThat(Countries.known(null)).isFalse();
  }
}
