package wasl.discovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import wasl.discovery.Found.How;
import wasl.listing.ListingId;
import wasl.listing.ListingSearch;
import wasl.shared.Page;

/**
 * Searching one state of an index. How a question was taken and how many there are is remembered as
 * long as that state is shown, so that turning pages does not count again.
 */
final class Searching {

  private static final int MOST_REMEMBERED = 500;

  /** So many are passed over at a time, however far a page is. */
  private static final int STRIDE = 10_000;

  private final IndexSearcher searcher;
  private final Map<ListingSearch, Counted> remembered = new ConcurrentHashMap<>();

  /** How a question was taken, and what it leaves. */
  private record Counted(Query matching, Facets facets, Question question, How how) {}

  Searching(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Whether it is this state that a searcher shows. */
  boolean isOf(IndexSearcher other) {
    return searcher == other;
  }

  /** The numbers beside the filters, without words. */
  Facets facets(ListingSearch search) throws IOException {
    return counted(search).facets();
  }

  /** One page. */
  Hits find(ListingSearch search, Page.Wish wish) throws IOException {
    Counted counted = counted(search);
    List<ListingId> page =
        counted.facets().found() <= wish.offset()
            ? List.of()
            : page(counted, search, Math.toIntExact(wish.offset()), wish.size());
    return new Hits(page, counted.facets(), counted.question(), counted.how());
  }

  private Counted counted(ListingSearch search) throws IOException {
    ListingSearch key =
        new ListingSearch(
            search.q(),
            search.states(),
            search.sector(),
            search.governorate(),
            search.model(),
            search.institution(),
            ListingSearch.Sort.LIVE);
    Counted known = remembered.get(key);
    if (known == null) {
      known = count(key);
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(key, known);
    }
    return known;
  }

  private Counted count(ListingSearch search) throws IOException {
    if (search.q() == null) {
      Query all = new MatchAllDocsQuery();
      return new Counted(all, count(all, search), null, How.ALL);
    }
    Question question = Question.of(search.q(), searcher.getIndexReader());
    if (question.words().isEmpty()) {
      return new Counted(null, Facets.NONE, question, How.NONE);
    }
    List<Counted> tries = new ArrayList<>();
    if (!question.unknown()) {
      tries.add(taken(question, question.needed().size(), search, How.ALL));
    }
    for (int i = 0; i < 2 && !found(tries); i++) {
      Question near = question.loosened(searcher.getIndexReader(), i > 0);
      if (!near.unknown()) {
        tries.add(taken(near, near.needed().size(), search, How.NEAR));
      }
    }
    if (!found(tries)) {
      Question near = question.loosened(searcher.getIndexReader(), false);
      tries.add(taken(near, (near.needed().size() + 1) / 2, search, How.SOME));
    }
    Counted last = tries.get(tries.size() - 1);
    return found(tries) ? last : new Counted(null, Facets.NONE, last.question(), How.NONE);
  }

  private static boolean found(List<Counted> tries) {
    return !tries.isEmpty() && tries.get(tries.size() - 1).facets().all() > 0;
  }

  private Counted taken(Question question, int least, ListingSearch search, How how)
      throws IOException {
    Query matching = Matching.of(question.needed(), least);
    return new Counted(matching, count(matching, search), question, how);
  }

  private Facets count(Query matching, ListingSearch search) throws IOException {
    return searcher.search(matching, new CountFacets(search));
  }

  private List<ListingId> page(Counted counted, ListingSearch search, int offset, int size)
      throws IOException {
    BooleanQuery.Builder query = Matching.filtered(counted.matching(), search);
    if (search.sort() == ListingSearch.Sort.BEST) {
      Matching.rank(query, counted.question().words());
    }
    Query built = query.build();
    Sort sort = sort(search.sort());
    ScoreDoc after = null;
    for (int left = offset; left > 0; ) {
      ScoreDoc[] passed = next(built, sort, after, Math.min(left, STRIDE));
      if (passed.length == 0) {
        return List.of();
      }
      after = passed[passed.length - 1];
      left -= passed.length;
    }
    List<ListingId> listings = new ArrayList<>();
    for (ScoreDoc each : next(built, sort, after, size)) {
      Object[] keys = ((FieldDoc) each).fields;
      listings.add(new ListingId((Long) keys[keys.length - 1]));
    }
    return listings;
  }

  private ScoreDoc[] next(Query query, Sort sort, ScoreDoc after, int most) throws IOException {
    return searcher.searchAfter(after, query, most, sort).scoreDocs;
  }

  private static Sort sort(ListingSearch.Sort wanted) {
    SortField listing = new SortField(ListingDocument.LISTING, SortField.Type.LONG);
    SortField live = new SortField(ListingDocument.LIVE, SortField.Type.LONG);
    return switch (wanted) {
      case BEST -> new Sort(SortField.FIELD_SCORE, live, listing);
      case LIVE -> new Sort(live, listing);
      case NEWEST -> new Sort(new SortField(ListingDocument.NEWEST, SortField.Type.LONG), listing);
      case ENDING -> new Sort(new SortField(ListingDocument.ENDING, SortField.Type.LONG), listing);
    };
  }
}
