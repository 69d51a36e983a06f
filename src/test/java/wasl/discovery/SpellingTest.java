package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "هەولێر, هەولیر",
    "کەرکووک, كەركوك",
    "سلێمانی, سليماني",
    "کۆیە, كوية",
    "أربيل, اربيل",
    "بصرة, بصره",
    "راشى, راشي",
    "مُؤسَّسة, موسسه",
    "٢٠٢٦, 2026",
    "۲۰۲۶, 2026",
    "Çakmak, cakmak",
    "Silêmanî, silemani",
    "Şırnak, sirnak",
    "مـــشروع, مشروع",
    "ئامێر, امير",
    "ھەنار, هەنار",
    "ﻣﺸﺮوع, مشروع"
  })
  void writesWhatIsTheSameAlike(String typed, String other) {
    assertThat(folded(typed)).isEqualTo(folded(other)).isNotEmpty();
  }

  private static List<String> folded(String text) {
    return Words.of(text).stream().map(Spelling::fold).toList();
  }

  @Test
  void readsAHehThatIsKeptFromJoiningAsTheKurdishVowel() {
    assertThat(folded("هه\u200cنگوین")).isEqualTo(folded("هەنگوین")).hasSize(1);
    assertThat(Words.of("هه\u200cنگوین")).as("for the stems").containsExactly("هەنگوین");
  }

  @ParameterizedTest
  @CsvSource({"البصره, بصره", "والنول, نول", "بالطاقه, طاقه", "لتربيه, تربيه", "هنگوين, هنگو"})
  void takesOffWhatIsWrittenTogetherWithAWord(String word, String stem) {
    assertThat(Spelling.stems(Spelling.fold(word))).contains(Spelling.fold(stem));
  }

  /** Each ending by itself, behind a word that has none; the longest that fits is taken off. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "هكانيان", "هكانمان", "هكاني", "هكان", "يهكان", "كاني", "يهكه", "هكهي", "هيهك", "هكه",
        "يكي", "هيه", "ييه", "اني", "يهك", "كان", "يات", "يه", "ها", "ان", "ات", "ون", "ين", "يك",
        "هي", "يي", "ه", "ي", "ا"
      })
  void takesOffEveryEnding(String ending) {
    assertThat(Spelling.stems("زنر" + ending)).containsExactly("زنر");
  }

  @ParameterizedTest
  @CsvSource({
    "Basra, البصرة",
    "Basra, بەسرە",
    "Zaynab, زينب",
    "Karwan, کاروان",
    "Sulaymaniyah, سلێمانی",
    "Kirkuk, كركوك",
    "Shaqlawa, شەقڵاوە"
  })
  void hearsANameInBothScripts(String latin, String arabic) {
    assertThat(Spelling.consonants(Spelling.fold(latin)))
        .isNotEmpty()
        .isEqualTo(Spelling.consonants(Spelling.fold(arabic)));
  }

  @Test
  void findsNoWordsInMarks() {
    assertThat(Words.asked("?! % _ ' \" 😀 * ~ :")).isEmpty();
  }

  @Test
  void takesAFewWordsOfALongQuestion() {
    assertThat(Words.asked("word ".repeat(2_000) + "x".repeat(9_000))).hasSize(1);
    assertThat(Words.asked("a b c d e f g h i j k l m n")).hasSize(Words.MOST);
    assertThat(Words.asked("x".repeat(10_000)).get(0)).hasSizeLessThan(50);
  }
}
