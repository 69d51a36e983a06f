package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LangTest {

  @Test
  void soraniAndArabicRunFromTheRight() {
    assertThat(Lang.AR.getDir()).isEqualTo("rtl");
    assertThat(Lang.CKB.getDir()).isEqualTo("rtl");
    assertThat(Lang.EN.getDir()).isEqualTo("ltr");
  }

  @Test
  void knowsItsCodes() {
    for (Lang lang : Lang.values()) {
      assertThat(Lang.of(lang.code())).contains(lang);
      assertThat(lang.getOthers()).hasSize(2).doesNotContain(lang);
      assertThat(lang.locale().getUnicodeLocaleType("nu")).isEqualTo("latn");
    }
    assertThat(Lang.of("de")).isEmpty();
    assertThat(Lang.of(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|EN",
        "en-GB,en;q=0.9|EN",
        "de,en;q=0.8,ar;q=0.7|EN",
        "ar-IQ|AR",
        "ku|CKB",
        "ckb,ar;q=0.5|CKB",
        "ar;q=0.2,ckb;q=0.9|CKB",
        "sv-SE,sv|AR",
        "*|AR"
      })
  void choosesTheBestOfWhatABrowserAccepts(String header, Lang lang) {
    assertThat(Lang.accepted(header)).isEqualTo(lang);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", ";;;", "en;q=x", "\u0000"})
  void beginsInArabicWhereNothingIsKnown(String header) {
    assertThat(Lang.accepted(header)).isEqualTo(Lang.FIRST);
  }
}
