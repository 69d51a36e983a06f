package wasl.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FilterWordsTest {

  @Test
  void findsAWordHoweverItIsTyped() {
    List<String> arabic = List.of("معمل تعبئة دبس التمر في البصرة", "كارگەی دۆشاو 2");
    for (String typed : new String[] {"البصره", "بصرة تَمر", "دوشاو", "کارگهی", "٢"}) {
      assertThat(FilterWords.all(typed, arabic)).as(typed).isTrue();
    }
    assertThat(FilterWords.all("بصرة عسل", arabic)).isFalse();
    assertThat(FilterWords.all("SYRUP", List.of("Date syrup"))).isTrue();
  }
}
