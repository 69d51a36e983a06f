package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void dropsWhatTurnsTheReadingDirection() {
    assertThat(PlainText.line("pay\u202Eevil\u202C me\u2066x\u2069\u200F\u200E\u061C\uFEFF"))
        .isEqualTo("payevil mex");
  }

  @Test
  void dropsControlCharacters() {
    assertThat(PlainText.lines("a\u0000b\u0007c\u001B[31m\u0085d")).isEqualTo("abc[31md");
  }

  @Test
  void keepsOneKindOfLineEnd() {
    assertThat(PlainText.lines("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
    assertThat(PlainText.line("a\r\nb\t  c")).isEqualTo("a b c");
  }

  @Test
  void takesBlankForNothing() {
    assertThat(PlainText.lines(null)).isNull();
    assertThat(PlainText.lines(" \n\t ")).isNull();
    assertThat(PlainText.line("\u202E\u0000")).isNull();
  }

  @Test
  void takesBlanksOfNoWidthForNothing() {
    assertThat(PlainText.line("\u200B\u2060\u00AD\u206A\u3164")).isNull();
    assertThat(PlainText.line("\u200C \u200D")).isNull();
    assertThat(PlainText.lines("a\u200B\u2028b\u2029c")).isEqualTo("a\nb\nc");
  }

  @Test
  void leavesTheLettersOfTheThreeLanguagesAndEmojiAlone() {
    String text = "مُقيِّم كتاب، هەڵسەنگێنەر ڕۆژ، naïve 👩\u200D🌾 😀";
    assertThat(PlainText.lines(text)).isEqualTo(text);
  }

  @Property
  void isDoneAfterOneTime(@ForAll String typed) {
    String once = PlainText.lines(typed);
    assertThat(PlainText.lines(once)).isEqualTo(once);
    String line = PlainText.line(typed);
    assertThat(PlainText.line(line)).isEqualTo(line);
    if (line != null) {
      assertThat(line).doesNotContain("\n", "\t", "\u202E");
    }
  }
}
