package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLangTest {

  @Test
  void knowsALanguageByItsLetters() {
    for (Lang page : Lang.values()) {
      assertThat(TextLang.of("The oven has arrived", page)).isEqualTo(Lang.EN);
      assertThat(TextLang.of("وصلت الماكينة إلى الورشة", page)).isEqualTo(Lang.AR);
      assertThat(TextLang.of("ئامێرەکە گەیشتە وەرشەکە", page)).isEqualTo(Lang.CKB);
    }
  }

  @Test
  void takesThePagesWhereLettersLeaveItOpen() {
    assertThat(TextLang.of("2026", Lang.CKB)).isEqualTo(Lang.CKB);
    assertThat(TextLang.of("سلام", Lang.CKB)).isEqualTo(Lang.CKB);
    assertThat(TextLang.of("سلام", Lang.AR)).isEqualTo(Lang.AR);
    assertThat(TextLang.of("سلام", Lang.EN)).isEqualTo(Lang.AR);
  }

  @Test
  void mindsMostLettersWhereScriptsAreMixed() {
    assertThat(TextLang.of("اشترينا ماكينة Singer 2250 جديدة", Lang.EN)).isEqualTo(Lang.AR);
  }
}
