package wasl.discovery;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import wasl.discovery.ListingDocument.FacetCode;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.listing.Sector;

/**
 * Counts in one pass over the listings that have the words: one that all filters let through counts
 * for each of its own choices, one that a single filter holds back for that filter's choice alone.
 */
final class CountFacets implements CollectorManager<CountFacets.Part, Facets> {

  private final ListingSearch search;

  CountFacets(ListingSearch search) {
    this.search = search;
  }

  @Override
  public Part newCollector() {
    return new Part(search);
  }

  /** There is one part: the searcher has no threads of its own. */
  @Override
  public Facets reduce(Collection<Part> parts) {
    return parts.iterator().next().facets();
  }

  /** What one thread counts. */
  static final class Part extends SimpleCollector {
    private final int[] governorates = new int[Governorate.values().length];
    private final int[] sectors = new int[Sector.values().length];
    private final int[] models = new int[FundingModel.values().length];
    private final int[] states = new int[ListingState.values().length];
    private final long[] without = new long[5];
    private final int governorate;
    private final int sector;
    private final int model;
    private final boolean[] allowed = new boolean[ListingState.values().length];
    private long found;
    private NumericDocValues codes;

    Part(ListingSearch search) {
      governorate = ordinal(search.governorate());
      sector = ordinal(search.sector());
      model = ordinal(search.model());
      for (ListingState state : ListingState.values()) {
        allowed[state.ordinal()] = search.states().isEmpty() || search.states().contains(state);
      }
    }

    private static int ordinal(Enum<?> chosen) {
      return chosen == null ? -1 : chosen.ordinal();
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      codes = DocValues.getNumeric(leaf.reader(), ListingDocument.FACETS);
    }

    @Override
    public void collect(int doc) throws IOException {
      if (codes.advanceExact(doc)) {
        count(codes.longValue());
      }
    }

    private void count(long code) {
      int itsGovernorate = FacetCode.governorate(code).ordinal();
      int itsSector = FacetCode.sector(code).ordinal();
      int itsModel = FacetCode.model(code).ordinal();
      int itsState = FacetCode.state(code).ordinal();
      boolean there = governorate < 0 || governorate == itsGovernorate;
      boolean ofSector = sector < 0 || sector == itsSector;
      boolean ofModel = model < 0 || model == itsModel;
      boolean inState = allowed[itsState];
      without[4]++;
      if (ofSector && ofModel && inState) {
        governorates[itsGovernorate]++;
        without[0]++;
      }
      if (there && ofModel && inState) {
        sectors[itsSector]++;
        without[1]++;
      }
      if (there && ofSector && inState) {
        models[itsModel]++;
        without[2]++;
      }
      if (there && ofSector && ofModel) {
        states[itsState]++;
        without[3]++;
      }
      if (there && ofSector && ofModel && inState) {
        found++;
      }
    }

    Facets facets() {
      return Facets.of(found, governorates, sectors, models, states, without);
    }
  }
}
