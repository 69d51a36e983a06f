package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.discovery.SearchFixtures.find;
import static wasl.discovery.SearchFixtures.numbers;
import static wasl.discovery.SearchFixtures.words;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

class SearchingTest {

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

  static Stream<String> oddQuestions() {
    return Stream.of(
        "😀",
        "\"",
        "' OR 1=1 --",
        "title:* AND (",
        "*:*",
        "a~2^5 [a TO z] {x",
        "\\",
        "/.*/",
        "%00%25",
        "\u0000\u0001",
        "\ud800",
        "x".repeat(10_000),
        "كلمة ".repeat(2_000),
        "\u202eevil\u202c",
        "<script>alert(1)</script>",
        "${jndi:ldap://x}",
        "ا",
        "و",
        "و و و",
        "the of in");
  }

  @ParameterizedTest
  @MethodSource("oddQuestions")
  void takesWhateverIsTypedForWords(String typed) throws IOException {
    Hits hits = find(index, words(typed), 0, 10);
    assertThat(hits.facets().found()).isLessThanOrEqualTo(60);
  }

  @Test
  void readsNoSyntax() throws IOException {
    assertThat(find(index, words("*:*"), 0, 10).listings()).isEmpty();
    assertThat(numbers(index, "soap OR honey")).isNotEmpty();
    assertThat(numbers(index, "+soap -olive")).contains(22);
  }

  @Test
  void countsWhatEachChoiceWouldLeave() throws IOException {
    Facets all = find(index, words("Basra"), 0, 10).facets();
    assertThat(all.found()).isEqualTo(4);
    assertThat(all.governorates()).containsExactly(Map.entry(Governorate.BA, 4L));
    assertThat(all.sectors()).containsEntry(Sector.A, 2L).containsEntry(Sector.E, 1L);

    ListingSearch grants =
        new ListingSearch("Basra", Set.of(), null, null, FundingModel.GRANT, null, null);
    Hits some = find(index, grants, 0, 10);
    assertThat(numbers(some)).containsExactly(9);
    assertThat(some.facets().found()).isEqualTo(1);
    assertThat(some.facets().models()).as("without itself").isEqualTo(all.models());
    assertThat(some.facets().sectors()).containsExactly(Map.entry(Sector.A, 1L));
    assertThat(some.facets().anyModel()).isEqualTo(4);

    ListingSearch elsewhere =
        new ListingSearch(
            "Basra", Set.of(ListingState.LIVE), Sector.C, Governorate.NA, null, null, null);
    Facets none = find(index, elsewhere, 0, 10).facets();
    assertThat(none.found()).isZero();
    assertThat(none.governorates()).containsExactly(Map.entry(Governorate.BA, 1L));
    assertThat(none.anywhere()).isEqualTo(1);
    assertThat(none.all()).isEqualTo(4);
  }

  @Test
  void filtersByTheInstitutionThatVettedWithWordsAndWithout() throws IOException {
    Facets all = index.search(searcher -> new Searching(searcher).facets(words(null)));
    assertThat(all.institutions())
        .containsExactlyInAnyOrderEntriesOf(Map.of("IQ-MOMD", 20L, "KRG-MOP", 20L));

    Hits vetted = find(index, vettedBy(null, "IQ-MOMD"), 0, 100);
    assertThat(numbers(vetted)).hasSize(20).allMatch(no -> no % 3 == 1);
    assertThat(vetted.facets().found()).isEqualTo(20);
    assertThat(vetted.facets().institutions()).as("without itself").isEqualTo(all.institutions());
    assertThat(vetted.facets().anyInstitution()).isEqualTo(60);
    assertThat(vetted.facets().governorates().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(20);

    Hits withWords = find(index, vettedBy("Basra", "IQ-MOMD"), 0, 10);
    assertThat(numbers(withWords)).isNotEmpty().allMatch(no -> no % 3 == 1);
    assertThat(withWords.facets().anyInstitution()).isEqualTo(4);
    assertThat(find(index, vettedBy("Basra", "IQ-NONE"), 0, 10).facets().found()).isZero();
  }

  private static ListingSearch vettedBy(String q, String institution) {
    return new ListingSearch(q, Set.of(), null, null, null, institution, null);
  }

  @Test
  void countsWithoutWords() throws IOException {
    Facets all = index.search(searcher -> new Searching(searcher).facets(words(null)));
    assertThat(all.found()).isEqualTo(60);
    assertThat(all.governorates()).hasSize(19);
  }

  @Test
  void sortsAsAskedAndBestMatchFirstOtherwise() throws IOException {
    for (var sort : List.of(ListingSearch.Sort.NEWEST, ListingSearch.Sort.ENDING)) {
      assertThat(numbers(find(index, sorted("erbil", sort), 0, 10))).containsExactly(4, 5, 6, 7);
    }
    assertThat(numbers(find(index, sorted("erbil", ListingSearch.Sort.LIVE), 0, 10)))
        .as("open ones first")
        .containsExactly(5, 6, 7, 4);
    assertThat(numbers(index, "فخار سامراء").get(0)).isEqualTo(52);
  }

  private static ListingSearch sorted(String q, ListingSearch.Sort sort) {
    return new ListingSearch(q, Set.of(), null, null, null, null, sort);
  }

  @Test
  void loosensOnlyWhereNothingHasTheWords() throws IOException {
    assertThat(find(index, words("honey"), 0, 10).how()).isEqualTo(Found.How.ALL);
    Hits slip = find(index, words("potery"), 0, 10);
    assertThat(slip.how()).isEqualTo(Found.How.NEAR);
    assertThat(numbers(slip)).contains(52);
    assertThat(slip.question().words().get(0).near()).isEqualTo("pottery");
    assertThat(find(index, words("qqqqqqq zzzzzzz"), 0, 10).how()).isEqualTo(Found.How.NONE);
    Hits some = find(index, words("pottery qqqqqqqqqq"), 0, 10);
    assertThat(some.how()).isEqualTo(Found.How.SOME);
    assertThat(numbers(some)).containsExactly(52);
    // the words are there, only a filter is in the way: that is no reason to take others
    ListingSearch filtered = new ListingSearch("honey", Set.of(), Sector.U, null, null, null, null);
    assertThat(find(index, filtered, 0, 10).how()).isEqualTo(Found.How.ALL);
    assertThat(find(index, filtered, 0, 10).facets().anySector()).isEqualTo(1);
  }

  @Test
  void joinsAWordThatWasTypedInParts() throws IOException {
    Hits parts = find(index, words("به رنامه سازى"), 0, 10);
    assertThat(parts.how()).as("taken as it was meant").isEqualTo(Found.How.ALL);
    assertThat(numbers(parts)).contains(57);
  }

  @Test
  void everyPageHasItsOwnAndTheLastIsAsQuickAsTheFirst() throws IOException {
    try (ListingIndex many = ListingIndex.create(folder.resolve("many"), "many", 0)) {
      ListingDocument documents = SearchFixtures.documents();
      for (int no = 1; no <= 12_000; no++) {
        many.add(documents.of(workshop(no)));
      }
      many.refresh();
      List<Integer> seen = new ArrayList<>();
      for (int page : new int[] {0, 1, 500, 501, 599}) {
        Hits hits = find(many, sorted("workshop", ListingSearch.Sort.NEWEST), page, 20);
        assertThat(hits.facets().found()).isEqualTo(12_000);
        assertThat(numbers(hits))
            .isEqualTo(IntStream.rangeClosed(page * 20 + 1, page * 20 + 20).boxed().toList());
      }
      for (int page = 0; page < 3; page++) {
        seen.addAll(numbers(find(many, words("workshop"), page, 100)));
      }
      assertThat(seen).hasSize(300).doesNotHaveDuplicates();
      assertThat(find(many, words("workshop"), 600, 20).listings()).isEmpty();
      assertThat(find(many, words("workshop"), Integer.MAX_VALUE, 100).listings()).isEmpty();
    }
  }

  @Test
  void passesOverOnlyWhatCannotComeIntoThePage() throws IOException {
    List<String> words = List.of("workshop", "workshops", "bakery", "Basra", "honey", "women");
    Random random = new Random(7);
    try (ListingIndex many = ListingIndex.create(folder.resolve("parts"), "parts", 0)) {
      ListingDocument documents = SearchFixtures.documents();
      List<Integer> numbers = new ArrayList<>(IntStream.rangeClosed(1, 6_000).boxed().toList());
      Collections.shuffle(numbers, random);
      for (int no : numbers) {
        // of each of the few kinds there are many, so that it is the order of lists that decides
        String title = words.get(random.nextInt(6));
        String summary = random.nextInt(20) == 0 ? words.get(random.nextInt(6)) : "number " + no;
        many.add(
            documents.of(
                SearchFixtures.listing(
                    no,
                    no % 4 == 0 ? ListingState.FUNDED : ListingState.LIVE,
                    "BA-01",
                    "C",
                    "GRANT",
                    Map.of(Lang.EN, new ListingContent.Text(title, summary, null)))));
        if (random.nextInt(1_000) == 0) {
          many.refresh();
        }
      }
      many.refresh();
      for (String q : List.of("workshop", "honey", "honey women", "workshop Basra bakery")) {
        List<Integer> whole = many.search(searcher -> everyMatch(searcher, q));
        for (int page : new int[] {0, 1, 7, 40}) {
          assertThat(numbers(find(many, words(q), page, 20)))
              .as("%s, page %d", q, page)
              .isEqualTo(whole.stream().skip(page * 20L).limit(20).toList());
        }
      }
      assertThat(numbers(find(many, sorted("honey", ListingSearch.Sort.LIVE), 3, 20)))
          .isEqualTo(
              many.search(searcher -> everyMatch(searcher, "honey")).stream()
                  .sorted(Comparator.comparingInt(no -> no % 4 == 0 ? 1_000_000 + no : no))
                  .skip(60)
                  .limit(20)
                  .toList());
    }
  }

  @Test
  void remembersTheBestOfASearchForThatSearchAlone() throws IOException {
    ListingSearch grants =
        new ListingSearch("Basra", Set.of(), null, null, FundingModel.GRANT, null, null);
    index.search(
        searcher -> {
          Searching one = new Searching(searcher);
          for (int time = 0; time < 2; time++) {
            for (ListingSearch search : List.of(words("Basra"), grants, words("erbil"))) {
              for (Page.Wish wish : List.of(new Page.Wish(0, 2), new Page.Wish(1, 2))) {
                assertThat(one.find(search, wish).listings())
                    .isEqualTo(new Searching(searcher).find(search, wish).listings());
              }
            }
          }
          return null;
        });
    assertThat(numbers(find(index, words("Basra"), 1, 2)))
        .isEqualTo(numbers(find(index, words("Basra"), 0, 4)).subList(2, 4));
  }

  /** All matches from the best on, each looked at. */
  private static List<Integer> everyMatch(IndexSearcher searcher, String q) throws IOException {
    Question question = Question.of(q, searcher.getIndexReader());
    Query ranked =
        Matching.ranked(question, question.needed().size(), words(q), searcher.getIndexReader());
    Sort sort =
        new Sort(
            SortField.FIELD_SCORE,
            new SortField(ListingDocument.LIVE, SortField.Type.LONG),
            new SortField(ListingDocument.LISTING, SortField.Type.LONG));
    var all = searcher.search(ranked, new TopFieldCollectorManager(sort, 6_000, Integer.MAX_VALUE));
    return Arrays.stream(all.scoreDocs)
        .map(match -> ((Long) ((FieldDoc) match).fields[2]).intValue())
        .toList();
  }

  private static Published workshop(int no) {
    ListingContent.Text text = new ListingContent.Text("Workshop number " + no, "A workshop", null);
    return SearchFixtures.listing(
        no, ListingState.LIVE, "BA-01", "C", "GRANT", Map.of(Lang.EN, text));
  }

  @Test
  void forgetsAndReplaces() throws IOException {
    try (ListingIndex own = SearchFixtures.index(folder.resolve("own"))) {
      ListingId honey = new ListingId(5);
      own.replace(List.of(honey), Map.of());
      own.refresh();
      assertThat(numbers(own, "هەنگوین")).isEmpty();
      ListingId soap = new ListingId(22);
      own.replace(List.of(soap), Map.of(soap, SearchFixtures.documents().of(workshop(22))));
      own.refresh();
      assertThat(numbers(own, "workshop 22")).contains(22);
      assertThat(own.size()).isEqualTo(59);
    }
  }

  @Test
  void opensAgainWhatWasWrittenAndNothingElse() throws IOException {
    Path kept = folder.resolve("kept");
    try (ListingIndex first = SearchFixtures.index(kept)) {
      first.read(42);
      first.commit();
      assertThat(ListingIndex.inUse(kept)).isTrue();
      first.replace(List.of(new ListingId(5)), Map.of());
    }
    assertThat(ListingIndex.inUse(kept)).isFalse();
    try (ListingIndex again = ListingIndex.open(kept, SearchFixtures.CORPUS)) {
      assertThat(again.read()).isEqualTo(42);
      assertThat(again.size()).as("what was not committed comes again").isEqualTo(60);
    }
    assertThatThrownBy(() -> ListingIndex.open(kept, "another database"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesADamagedOne() throws IOException {
    Path damaged = folder.resolve("damaged");
    SearchFixtures.index(damaged).close();
    Path largest;
    try (Stream<Path> files = Files.list(damaged)) {
      largest = files.max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length())).get();
    }
    try (RandomAccessFile file = new RandomAccessFile(largest.toFile(), "rw")) {
      file.seek(file.length() / 2);
      int before = file.read();
      file.seek(file.length() / 2);
      file.write(before ^ 0xff);
    }
    assertThatThrownBy(() -> ListingIndex.open(damaged, SearchFixtures.CORPUS))
        .isInstanceOf(IOException.class);
    Files.delete(largest);
    assertThatThrownBy(() -> ListingIndex.open(damaged, SearchFixtures.CORPUS))
        .isInstanceOf(IOException.class);
  }
}
