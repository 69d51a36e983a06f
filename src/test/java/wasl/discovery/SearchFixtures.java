package wasl.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.ListingId;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.listing.PublishedListings.Published;
import wasl.listing.Sector;
import wasl.shared.Lang;
import wasl.shared.Page;

/** An index of sixty listings, made from {@code listings.tsv} without a database. */
final class SearchFixtures {

  static final String CORPUS = "the tests'";

  private static final Map<String, String[]> DISTRICTS = new HashMap<>();
  private static final List<Published> LISTINGS;

  static {
    for (String[] row : rows("districts.tsv")) {
      DISTRICTS.put(row[0], row);
    }
    LISTINGS = rows("listings.tsv").stream().map(SearchFixtures::published).toList();
  }

  private SearchFixtures() {}

  static List<String> lines(String file) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SearchFixtures.class.getResourceAsStream("/wasl/discovery/" + file),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String[]> rows(String file) {
    return lines(file).stream().map(line -> line.split("\t", -1)).toList();
  }

  private static Published published(String[] row) {
    int no = Integer.parseInt(row[0]);
    Map<Lang, ListingContent.Text> texts = new EnumMap<>(Lang.class);
    Lang original = Lang.of(row[4]).orElseThrow();
    texts.put(original, new ListingContent.Text(row[5], row[6], null));
    if (!row[7].isEmpty()) {
      String[] english = row[7].split(": ", 2);
      texts.put(Lang.EN, new ListingContent.Text(english[0], english[english.length - 1], row[7]));
    }
    return listing(
        no, no % 4 == 0 ? ListingState.FUNDED : ListingState.LIVE, row[1], row[2], row[3], texts);
  }

  static Published listing(
      int no,
      ListingState state,
      String district,
      String sector,
      String model,
      Map<Lang, ListingContent.Text> texts) {
    return new Published(
        new ListingId(no),
        state,
        Sector.valueOf(sector),
        Governorate.valueOf(district.substring(0, 2)),
        FundingModel.valueOf(model),
        district,
        null,
        vettedBy(no),
        (state == ListingState.LIVE ? 0 : 1_000_000) + no,
        no,
        no,
        texts,
        List.of());
  }

  /** Every third has none. */
  private static String vettedBy(int no) {
    return no % 3 == 0 ? null : no % 3 == 1 ? "IQ-MOMD" : "KRG-MOP";
  }

  static ListingDocument documents() {
    return new ListingDocument(
        (code, lang) -> {
          String[] names = DISTRICTS.get(code);
          return names == null ? null : names[1 + Arrays.asList(Lang.values()).indexOf(lang)];
        });
  }

  /** All sixty in a new index. */
  static ListingIndex index(Path folder) throws IOException {
    ListingIndex index = ListingIndex.create(folder, CORPUS, 7);
    ListingDocument documents = documents();
    for (Published each : LISTINGS) {
      index.add(documents.of(each));
    }
    index.commit();
    index.refresh();
    return index;
  }

  static ListingSearch words(String q) {
    return new ListingSearch(q, Set.of(), null, null, null, null, null);
  }

  static Hits find(ListingIndex index, ListingSearch search, int page, int size)
      throws IOException {
    return index.search(
        searcher -> new Searching(searcher).find(search, new Page.Wish(page, size)));
  }

  /** The numbers of the first ten. */
  static List<Integer> numbers(ListingIndex index, String q) throws IOException {
    return numbers(find(index, words(q), 0, 10));
  }

  static List<Integer> numbers(Hits hits) {
    return hits.listings().stream().map(id -> (int) id.value()).toList();
  }
}
