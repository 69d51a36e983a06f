package wasl.shared.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.shared.Page;
import wasl.shared.QueryRefused;
import wasl.shared.Refused;

class QueryTest {

  private enum Part {
    NEW,
    ALL
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "1e3", "0x1", "٣", "--1", "1234567890123456789012345"})
  void whatIsNoWholeNumberIsTheCallersMistake(String text) {
    refuses("page", () -> Query.page(text, null));
    refuses("size", () -> Query.page("0", text));
  }

  @Test
  void aNumberBeyondTheLimitsIsBroughtIntoThem() {
    assertThat(Query.page(null, " ")).isEqualTo(new Page.Wish(0, 20));
    assertThat(Query.page("3", "5")).isEqualTo(new Page.Wish(3, 5));
    assertThat(Query.page("-3", "0")).isEqualTo(new Page.Wish(0, 1));
    assertThat(Query.page("99999999999", "1000")).isEqualTo(new Page.Wish(Integer.MAX_VALUE, 100));
  }

  @Test
  void aNameIsOneOfThoseThatThereAre() {
    assertThat(Query.constant(Part.class, "part", "NEW")).contains(Part.NEW);
    assertThat(Query.constant(Part.class, "part", null)).isEmpty();
    assertThat(Query.constant(Part.class, "part", "")).isEmpty();
    refuses("part", () -> Query.constant(Part.class, "part", "OLD"));
  }

  private static void refuses(String name, Runnable question) {
    assertThatThrownBy(question::run)
        .isInstanceOfSatisfying(
            Refused.class,
            it -> assertThat(it.refusal()).isEqualTo(new QueryRefused.InvalidFilter(name)));
  }
}
