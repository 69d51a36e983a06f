package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptNumberTest {

  @Test
  void isReadHoweverItWasTyped() {
    ReceiptNumber number = ReceiptNumber.next();
    String paper = number.toString();
    assertThat(paper).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}");
    assertThat(ReceiptNumber.parse(paper)).contains(number);
    assertThat(ReceiptNumber.parse(" " + paper.toLowerCase(Locale.ROOT).replace("-", " ")))
        .contains(number);
    assertThat(ReceiptNumber.parse("\u2068" + paper.replace('-', '\u2011') + "\u2069"))
        .contains(number);
    assertThat(ReceiptNumber.parse("0000-IIII-LLLL-OOOO-1111").map(ReceiptNumber::value))
        .contains("00001111111100001111");
  }

  @Test
  void refusesWhatIsNone() {
    for (String typed : new String[] {null, "", "7K3Q", "U".repeat(20), "7".repeat(21), "ب"}) {
      assertThat(ReceiptNumber.parse(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void isNeverGivenTwice() {
    Set<ReceiptNumber> given = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(given.add(ReceiptNumber.next())).isTrue();
    }
  }
}
