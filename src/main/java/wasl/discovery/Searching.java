package wasl.discovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import wasl.discovery.Found.How;
import wasl.listing.ListingId;
import wasl.listing.ListingSearch;
import wasl.shared.Page;

/**
 * Searching one state of an index. How words were taken and how many listings of each kind have
 * them is remembered as long as that state is shown, so that neither turning pages nor filtering
 * counts again; so are the first of the best matches.
 */
final class Searching {

  private static final int MOST_REMEMBERED = 300;

  /** So many of the best matches are remembered: hardly anybody turns further pages. */
  private static final int FIRST = 100;

  /** So many are passed over at a time, however far a page is. */
  private static final int STRIDE = 10_000;

  private final IndexSearcher searcher;
  private final Map<String, Counted> remembered = new ConcurrentHashMap<>();
  private final Map<ListingSearch, List<ListingId>> best = new ConcurrentHashMap<>();

  /**
   * How words were taken, and what has them.
   *
   * @param least how many of the needed words a listing must have
   */
  private record Counted(Query matching, int least, KindCounts kinds, Question question, How how) {

    boolean found() {
      return kinds.all() > 0;
    }
  }

  Searching(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** Whether it is this state that a searcher shows. */
  boolean isOf(IndexSearcher other) {
    return searcher == other;
  }

  /** The numbers beside the filters, without words. */
  Facets facets(ListingSearch search) throws IOException {
    return counted(search.q()).kinds().facets(search);
  }

  /** One page. */
  Hits find(ListingSearch search, Page.Wish wish) throws IOException {
    Counted counted = counted(search.q());
    Facets facets = counted.kinds().facets(search);
    List<ListingId> page =
        facets.found() <= wish.offset()
            ? List.of()
            : page(counted, search, Math.toIntExact(wish.offset()), wish.size());
    return new Hits(page, facets, counted.question(), counted.how());
  }

  private Counted counted(String q) throws IOException {
    String key = q == null ? "" : q;
    Counted known = remembered.get(key);
    if (known == null) {
      known = count(q);
      if (remembered.size() >= MOST_REMEMBERED) {
        remembered.clear();
      }
      remembered.put(key, known);
    }
    return known;
  }

  private Counted count(String q) throws IOException {
    if (q == null) {
      Query all = new MatchAllDocsQuery();
      return new Counted(all, 0, count(all), null, How.ALL);
    }
    Question question = Question.of(q, searcher.getIndexReader());
    if (question.words().isEmpty()) {
      return new Counted(null, 0, KindCounts.NONE, question, How.NONE);
    }
    Counted last = null;
    if (!question.unknown()) {
      last = taken(question, question.needed().size(), How.ALL);
    }
    for (int i = 0; i < 2 && !found(last); i++) {
      Question near = question.loosened(searcher.getIndexReader(), i > 0);
      if (!near.unknown()) {
        last = taken(near, near.needed().size(), How.NEAR);
      }
    }
    if (!found(last)) {
      Question near = question.loosened(searcher.getIndexReader(), false);
      last = taken(near, (near.needed().size() + 1) / 2, How.SOME);
    }
    return last.found() ? last : new Counted(null, 0, KindCounts.NONE, last.question(), How.NONE);
  }

  private static boolean found(Counted counted) {
    return counted != null && counted.found();
  }

  private Counted taken(Question question, int least, How how) throws IOException {
    Query matching = Matching.of(question.needed(), least);
    return new Counted(matching, least, count(matching), question, how);
  }

  private KindCounts count(Query matching) throws IOException {
    return searcher.search(matching, new CountKinds());
  }

  private List<ListingId> page(Counted counted, ListingSearch search, int offset, int size)
      throws IOException {
    return search.sort() == ListingSearch.Sort.BEST
        ? best(counted, search, offset, size)
        : sorted(counted, search, offset, size);
  }

  private List<ListingId> best(Counted counted, ListingSearch search, int offset, int size)
      throws IOException {
    if (offset + size > FIRST) {
      return ranked(counted, search, offset, size);
    }
    List<ListingId> first = best.get(search);
    if (first == null) {
      first = ranked(counted, search, 0, FIRST);
      if (best.size() >= MOST_REMEMBERED) {
        best.clear();
      }
      best.put(search, first);
    }
    return first.stream().skip(offset).limit(size).toList();
  }

  private List<ListingId> ranked(Counted counted, ListingSearch search, int offset, int size)
      throws IOException {
    Query query =
        Matching.ranked(counted.question(), counted.least(), search, searcher.getIndexReader());
    return searcher.search(query, new BestMatches(offset, size));
  }

  private List<ListingId> sorted(Counted counted, ListingSearch search, int offset, int size)
      throws IOException {
    Query query = Matching.filtered(counted.matching(), search);
    Sort sort = sort(search.sort());
    FieldDoc after = null;
    for (int left = offset; left > 0; ) {
      ScoreDoc[] passed = next(query, sort, after, Math.min(left, STRIDE));
      if (passed.length == 0) {
        return List.of();
      }
      after = (FieldDoc) passed[passed.length - 1];
      left -= passed.length;
    }
    List<ListingId> listings = new ArrayList<>();
    for (ScoreDoc each : next(query, sort, after, size)) {
      Object[] keys = ((FieldDoc) each).fields;
      listings.add(new ListingId((Long) keys[keys.length - 1]));
    }
    return listings;
  }

  /** Stops where nothing better can come: how many there are is counted already. */
  private ScoreDoc[] next(Query query, Sort sort, FieldDoc after, int most) throws IOException {
    return searcher.search(query, new TopFieldCollectorManager(sort, most, after, most)).scoreDocs;
  }

  private static Sort sort(ListingSearch.Sort wanted) {
    return switch (wanted) {
      case BEST, LIVE -> ListingDocument.ORDER;
      case NEWEST -> by(ListingDocument.NEWEST);
      case ENDING -> by(ListingDocument.ENDING);
    };
  }

  private static Sort by(String field) {
    return new Sort(
        new SortField(field, SortField.Type.LONG),
        new SortField(ListingDocument.LISTING, SortField.Type.LONG));
  }
}
