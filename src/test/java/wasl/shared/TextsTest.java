package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|ينتهي اليوم",
        "1|بقي يوم واحد",
        "2|بقي يومان",
        "3|بقيت 3 أيام",
        "11|بقي 11 يوماً",
        "100|بقي 100 يوم",
        "103|بقيت 103 أيام"
      })
  void formsTheArabicPlural(int n, String text) {
    assertThat(Texts.in(Lang.AR).of("shared.daysLeft", "n", n)).isEqualTo(text);
  }

  @Test
  void formsThePluralOfTheOthers() {
    assertThat(Texts.in(Lang.EN).of("shared.daysLeft", "n", 0)).isEqualTo("Ends today");
    assertThat(Texts.in(Lang.EN).of("shared.daysLeft", "n", 1)).isEqualTo("1 day left");
    assertThat(Texts.in(Lang.CKB).of("shared.daysLeft", "n", 1)).isEqualTo("یەک ڕۆژی ماوە");
    assertThat(Texts.in(Lang.CKB).of("shared.daysLeft", "n", 1234)).isEqualTo("1,234 ڕۆژی ماوە");
  }

  @Test
  void showsTheKeyOfWhatIsMissing() {
    assertThat(Texts.in(Lang.EN).get("shared.nowhere")).isEqualTo("⟦shared.nowhere⟧");
    assertThat(Texts.in(Lang.EN).of("shared.nowhere", "n", 1)).isEqualTo("⟦shared.nowhere⟧");
    assertThat(Texts.in(Lang.EN).has("shared.nowhere")).isFalse();
  }

  @Test
  void servesManyAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> work =
          IntStream.range(0, 400)
              .<Callable<String>>mapToObj(
                  i -> () -> i + "=" + Texts.in(Lang.EN).of("shared.daysLeft", "n", i + 2))
              .toList();
      for (var done : threads.invokeAll(work)) {
        String[] parts = done.get().split("=", 2);
        assertThat(parts[1]).isEqualTo((Integer.parseInt(parts[0]) + 2) + " days left");
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
