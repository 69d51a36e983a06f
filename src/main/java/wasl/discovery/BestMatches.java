package wasl.discovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import wasl.listing.ListingId;

/**
 * A page of the best matches; of those that match alike, in the order of lists. Each part of the
 * index lies in this order already, so that within a part the first of those that are alike wins,
 * and all others that cannot beat it are passed over. What is best in the parts is then merged.
 */
final class BestMatches implements CollectorManager<BestMatches.Parts, List<ListingId>> {

  private static final Comparator<Match> ORDER =
      ((Comparator<Match>) (one, other) -> Float.compare(other.found.score, one.found.score))
          .thenComparingLong(Match::live)
          .thenComparingLong(Match::listing);

  private final int offset;
  private final int size;

  BestMatches(int offset, int size) {
    this.offset = offset;
    this.size = size;
  }

  /** A match with what it is ordered by. */
  private record Match(ScoreDoc found, long live, long listing) {}

  /** The best of each part of the index. */
  static final class Parts implements Collector {
    private final int most;
    private final List<LeafReaderContext> leaves = new ArrayList<>();
    private final List<TopScoreDocCollector> best = new ArrayList<>();

    private Parts(int most) {
      this.most = most;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.TOP_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      int wanted = Math.min(most, leaf.reader().maxDoc());
      TopScoreDocCollector own = new TopScoreDocCollectorManager(wanted, wanted).newCollector();
      leaves.add(leaf);
      best.add(own);
      return own.getLeafCollector(leaf);
    }

    private void addTo(List<Match> matches) throws IOException {
      for (int i = 0; i < leaves.size(); i++) {
        LeafReaderContext leaf = leaves.get(i);
        NumericDocValues live = DocValues.getNumeric(leaf.reader(), ListingDocument.LIVE);
        NumericDocValues listing = DocValues.getNumeric(leaf.reader(), ListingDocument.LISTING);
        ScoreDoc[] found = best.get(i).topDocs().scoreDocs;
        Arrays.sort(found, Comparator.comparingInt(match -> match.doc));
        for (ScoreDoc match : found) {
          live.advanceExact(match.doc - leaf.docBase);
          listing.advanceExact(match.doc - leaf.docBase);
          matches.add(new Match(match, live.longValue(), listing.longValue()));
        }
      }
    }
  }

  @Override
  public Parts newCollector() {
    return new Parts(offset + size);
  }

  @Override
  public List<ListingId> reduce(Collection<Parts> all) throws IOException {
    List<Match> matches = new ArrayList<>();
    for (Parts parts : all) {
      parts.addTo(matches);
    }
    return matches.stream()
        .sorted(ORDER)
        .skip(offset)
        .limit(size)
        .map(match -> new ListingId(match.listing()))
        .toList();
  }
}
