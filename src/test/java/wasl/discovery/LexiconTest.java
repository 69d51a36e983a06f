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

  @Test
  void findsWhatIsNarrowerAndNotTheOtherWayRound() {
    assertThat(Lexicon.KNOWN.sameTrade("vegetable")).contains("tomato", Spelling.fold("خيار"));
    assertThat(Lexicon.KNOWN.sameTrade("tomato")).doesNotContain("vegetable", "cucumber");
  }
}
