package wasl.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import wasl.shared.Lang;

class PageTextsTest {

  @Test
  void keepsAnOfficersNumberOnOneLine() {
    String text =
        new PageTexts(Lang.EN)
            .of(
                "vetting.record.officers",
                "proposed",
                "IQ-MOMD-0004",
                "confirmed",
                "KRG-MOLSA-0001");

    assertThat(text).contains("IQ-\u2060MOMD-\u20600004").contains("KRG-\u2060MOLSA-\u20600001");
  }

  @Test
  void leavesOtherHyphensAlone() {
    String text = new PageTexts(Lang.EN).of("shared.found", "n", 3);

    assertThat(text).doesNotContain("\u2060");
  }
}
