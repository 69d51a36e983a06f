package wasl.discovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import wasl.discovery.ListingDocument.FacetCode;

/** Counts in one pass the listings that have the words, each with those of its own kind. */
final class CountKinds implements CollectorManager<CountKinds.Part, KindCounts> {

  @Override
  public Part newCollector() {
    return new Part();
  }

  /** There is one part: the searcher has no threads of its own. */
  @Override
  public KindCounts reduce(Collection<Part> parts) {
    Part part = parts.iterator().next();
    return new KindCounts(part.counts, part.institutions);
  }

  /** What one thread counts. */
  static final class Part extends SimpleCollector {
    private final Map<Long, int[]> counts = new HashMap<>();
    private final List<String> institutions = new ArrayList<>();
    private NumericDocValues codes;
    private SortedDocValues vetters;
    private int[] numberOfVetter;

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** Each leaf of the index has numbers of its own for the institutions. */
    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      codes = DocValues.getNumeric(leaf.reader(), ListingDocument.FACETS);
      vetters = DocValues.getSorted(leaf.reader(), ListingDocument.INSTITUTION);
      numberOfVetter = new int[vetters.getValueCount()];
      for (int i = 0; i < numberOfVetter.length; i++) {
        String institution = vetters.lookupOrd(i).utf8ToString();
        if (!institutions.contains(institution)) {
          institutions.add(institution);
        }
        numberOfVetter[i] = institutions.indexOf(institution);
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      if (codes.advanceExact(doc)) {
        long kind = codes.longValue();
        if (vetters.advanceExact(doc)) {
          kind = FacetCode.vettedBy(kind, numberOfVetter[vetters.ordValue()]);
        }
        counts.computeIfAbsent(kind, first -> new int[1])[0]++;
      }
    }
  }
}
