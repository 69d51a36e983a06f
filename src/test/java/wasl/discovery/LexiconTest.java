package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wasl.listing.Governorate;

class LexiconTest {

  @Test
  void knowsOtherNamesOfEveryGovernorateAndOnlyOfDistrictsThatThereAre() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Governorate each : Governorate.values()) {
      assertThat(Lexicon.KNOWN.place(each.name())).as(each.name()).isNotEmpty();
      codes.add(each.name());
    }
    Matcher district =
        Pattern.compile("\\('(\\w\\w-\\d\\d)'")
            .matcher(Files.readString(Path.of("sql/V202611220132__listing_districts.sql")));
    while (district.find()) {
      codes.add(district.group(1));
    }
    assertThat(codes).containsAll(Lexicon.KNOWN.placeCodes());
  }

  @Test
  void knowsTradesInThreeLanguages() {
    assertThat(Lexicon.KNOWN.sameTrade("honey")).contains("عسل", Spelling.fold("هەنگوین"));
    assertThat(Lexicon.KNOWN.sameTrade(Spelling.fold("تمور"))).contains("date", "تمر");
    assertThat(Lexicon.KNOWN.sameTrade("qqqq")).isEmpty();
  }

  /** Two letters in each other's place are one slip: more is not allowed in so short a word. */
  @Test
  void knowsTradesWithASlip() {
    assertThat(Lexicon.KNOWN.near("hnoey", 1)).containsExactly("honey");
    assertThat(Lexicon.KNOWN.near("hoeny", 1)).containsExactly("honey");
    assertThat(Lexicon.KNOWN.near("honry", 1)).containsExactly("honey");
    assertThat(Lexicon.KNOWN.near("nhoye", 1)).isEmpty();
  }

  @Test
  void findsWhatIsNarrowerAndNotTheOtherWayRound() {
    assertThat(Lexicon.KNOWN.sameTrade("vegetable")).contains("tomato", Spelling.fold("خيار"));
    assertThat(Lexicon.KNOWN.sameTrade("tomato")).doesNotContain("vegetable", "cucumber");
  }
}
