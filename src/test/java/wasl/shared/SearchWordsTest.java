package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource({
    "هەولێر, هەولیر",
    "کەرکووک, كەركوك",
    "سلێمانی, سليماني",
    "کۆیە, كوية",
    "أربيل, اربيل",
    "البصرة, بصره",
    "مُؤسَّسة, موسسه",
    "٢٠٢٦, 2026",
    "۲۰۲۶, 2026",
    "Çakmak, cakmak",
    "Silêmanî, silemani",
    "مـــشروع, مشروع",
    "والنول, نول"
  })
  void findsTheSameWordTypedInAnotherWay(String typed, String other) {
    assertThat(SearchWords.query(typed)).isEqualTo(SearchWords.query(other)).isNotEmpty();
  }

  @Test
  void keepsEachWordOnceInItsOrder() {
    assertThat(SearchWords.words(List.of("A loom, a LOOM", "wool"), 10))
        .containsExactly("loom", "wool");
  }

  @Test
  void findsNothingInMarks() {
    assertThat(SearchWords.query("?! % _ '")).isEmpty();
  }

  @Test
  void takesNoMoreWordsThanAsked() {
    assertThat(SearchWords.words(List.of("aa bb cc dd"), 3)).hasSize(3);
  }
}
