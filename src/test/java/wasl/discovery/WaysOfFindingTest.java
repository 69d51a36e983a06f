package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.discovery.SearchFixtures.find;
import static wasl.discovery.SearchFixtures.numbers;
import static wasl.discovery.SearchFixtures.words;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Questions that have one way only to what is meant: neither the very word, nor its stem, nor a
 * trade, nor its sound. If that way is closed, the question finds nothing.
 */
class WaysOfFindingTest {

  @TempDir static Path folder;

  private static ListingIndex index;

  @BeforeAll
  static void fill() throws IOException {
    index = SearchFixtures.index(folder.resolve("sixty"));
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  /** Typed with an Arabic keyboard, so that no rule of Sorani knows the ending. */
  @ParameterizedTest
  @CsvSource({
    "ههنگوينهكان, 5",
    "ههنگوينهكه, 5",
    "ههنگوينهكهي, 5",
    "ههنگوينهكاني, 5",
    "ههنگوينهكانمان, 5",
    "سندوقهكان, 19"
  })
  void kurdishEndings(String typed, int listing) throws IOException {
    only(typed, Found.How.ALL, listing);
  }

  @ParameterizedTest
  @CsvSource({"desalenatid, 8", "unniforrms, 2", "ofshots, 8", "texstilles, 2"})
  void twoSlipsInALongWord(String typed, int listing) throws IOException {
    only(typed, Found.How.NEAR, listing);
  }

  @ParameterizedTest
  @CsvSource({"jrs, 4", "shd, 56"})
  void aSlipInAShortWord(String typed, int listing) throws IOException {
    only(typed, Found.How.NEAR, listing);
  }

  /** In a short word one slip is all that may be: two letters in the other's place are one. */
  @ParameterizedTest
  @CsvSource({"jasr, 4", "sehd, 56"})
  void twoLettersInEachOthersPlace(String typed, int listing) throws IOException {
    only(typed, Found.How.NEAR, listing);
  }

  @ParameterizedTest
  @CsvSource({"desali, 8", "offsho, 8", "subti, 6"})
  void theBeginningOfAWord(String typed, int listing) throws IOException {
    only(typed, Found.How.NEAR, listing);
  }

  @Test
  void noSlipInAWordOfTwoLettersAndNoTwoInAShortOne() throws IOException {
    assertThat(find(index, words("jx"), 0, 10).how()).isEqualTo(Found.How.NONE);
    assertThat(numbers(find(index, words("jxsr"), 0, 10))).doesNotContain(4);
  }

  private static void only(String typed, Found.How how, int listing) throws IOException {
    Hits hits = find(index, words(typed), 0, 10);
    assertThat(hits.how()).isEqualTo(how);
    assertThat(numbers(hits)).contains(listing);
  }
}
