package wasl.shared.web.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionReaderTest {

  private static final Map<String, Object> WORDS = new HashMap<>();

  static {
    WORDS.put("unit", TimeUnit.DAYS);
    WORDS.put("n", 3);
    WORDS.put("big", 3_000_000_000L);
    WORDS.put("price", new BigDecimal("2.50"));
    WORDS.put("list", List.of("a", "b"));
    WORDS.put("map", Map.of("k", "v", "DAYS", "d"));
    WORDS.put("pet", new MarkupTest.Pet("Ali", List.of()));
    WORDS.put("yes", true);
  }

  /** The platform's own answers to the same are the right-hand sides. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "unit eq 'DAYS' | true",
        "'HOURS' eq unit | false",
        "unit ne 'DAYS' | false",
        "missing eq null | true",
        "missing eq '' | false",
        "missing.any.thing | ",
        "missing.call(1) | ",
        "missing gt 2 | false",
        "n gt 2 and n lt 4 | true",
        "n eq 3 or missing.x | true",
        "n ge 3 | true",
        "n + 1 | 4",
        "n - 1 - 1 | 1",
        "big gt n | true",
        "price eq 2.5 | ERROR",
        "-n | -3",
        "n * 2 + 1 | 7",
        "not empty list | true",
        "empty missing ? 'none' : 'some' | none",
        "n eq 1 ? 'a' : n eq 3 ? 'b' : 'c' | b",
        "'x.' += unit += '.y' | x.DAYS.y",
        "'x' += missing | x",
        "map['k'] | v",
        "map[unit] | ",
        "map['D' += 'AYS'] | d",
        "map.k | v",
        "list[1] | b",
        "list[7] | ",
        "list.size() | 2",
        "pet.name() | Ali",
        "pet.kind | cat",
        "pet.called('hi') | hi Ali0",
        "pet.called('hi', n, unit) | hi Ali2",
        "(n eq 3) and yes | true",
        "\"it's\" | it's",
        "'}' | }",
        "!yes | false",
      })
  void answersAsThePlatformDoes(String source, String answer) {
    if ("ERROR".equals(answer)) {
      assertThatThrownBy(() -> value(source)).hasMessageContaining("not understood");
    } else {
      assertThat(Values.text(value(source))).isEqualTo(answer == null ? "" : answer);
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    for (var source : Arrays.asList("a = 1", "x -> y", "n / 2", "a ? b", "a.1", "f:call()", "")) {
      assertThatThrownBy(() -> value(source)).as(source).isInstanceOf(Exception.class);
    }
    assertThatThrownBy(() -> value("pet.nothing")).hasMessageContaining("no nothing");
  }

  private static Object value(String source) {
    return ExpressionReader.read(source, word -> scope -> WORDS.get(word))
        .in(new Scope(WORDS::get, 0));
  }
}
