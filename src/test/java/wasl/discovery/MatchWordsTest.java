package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.junit.jupiter.api.Test;
import wasl.listing.ListingContent;
import wasl.listing.ListingState;
import wasl.shared.Lang;

class MatchWordsTest {

  private static final List<String> MEETING =
      List.of("Basra", "bakery", "البصره", "بصرة مَخبز", "نانەواخانە", "مخابز", "٢", "2");

  private static final List<String> MISSING =
      List.of("Erbil", "بصرة عسل", "bakry", "😀", "ب", "\"", "title:*");

  @Test
  void aListingMeetsWhatItsSearchFinds() {
    Document bakery =
        SearchFixtures.documents()
            .of(
                SearchFixtures.listing(
                    1,
                    ListingState.LIVE,
                    "BA-01",
                    "C",
                    "GRANT",
                    Map.of(
                        Lang.AR,
                        new ListingContent.Text(
                            "فرن جديد لمخبز في البصرة", "نخبز لمن حولنا 2", null))));

    assertThat(MatchWords.of(bakery, MEETING)).containsExactlyInAnyOrderElementsOf(MEETING);
    assertThat(MatchWords.of(bakery, MISSING)).isEmpty();
  }

  @Test
  void whatHasNoWordsAsksForNothing() {
    assertThat(MatchWords.any("Basra 😀")).isTrue();
    assertThat(MatchWords.any("٢")).isTrue();
    for (String typed : List.of("😀", "\"", " ", "*:*", "")) {
      assertThat(MatchWords.any(typed)).as(typed).isFalse();
    }
  }
}
