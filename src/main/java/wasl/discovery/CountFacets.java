package wasl.discovery;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.BytesRef;
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
  public Facets reduce(Collection<Part> parts) throws IOException {
    return parts.iterator().next().facets();
  }

  /** What one thread counts. */
  static final class Part extends SimpleCollector {
    private final int[] governorates = new int[Governorate.values().length];
    private final int[] sectors = new int[Sector.values().length];
    private final int[] models = new int[FundingModel.values().length];
    private final int[] states = new int[ListingState.values().length];
    private final Map<String, Long> institutions = new HashMap<>();
    private final long[] without = new long[6];
    private final int governorate;
    private final int sector;
    private final int model;
    private final String institution;
    private final boolean[] allowed = new boolean[ListingState.values().length];
    private long found;
    private NumericDocValues codes;
    private SortedDocValues vetters;
    private long[] ofVetter = new long[0];
    private int vetter;

    Part(ListingSearch search) {
      governorate = ordinal(search.governorate());
      sector = ordinal(search.sector());
      model = ordinal(search.model());
      institution = search.institution();
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
      addVetters();
      vetters = DocValues.getSorted(leaf.reader(), ListingDocument.INSTITUTION);
      ofVetter = new long[vetters.getValueCount()];
      vetter = institution == null ? -1 : vetters.lookupTerm(new BytesRef(institution));
    }

    /** Each leaf of the index has numbers of its own for the institutions. */
    private void addVetters() throws IOException {
      for (int i = 0; i < ofVetter.length; i++) {
        if (ofVetter[i] > 0) {
          institutions.merge(vetters.lookupOrd(i).utf8ToString(), ofVetter[i], Long::sum);
        }
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      if (codes.advanceExact(doc)) {
        count(codes.longValue(), vetters.advanceExact(doc) ? vetters.ordValue() : -1);
      }
    }

    private void count(long code, int itsVetter) {
      int itsGovernorate = FacetCode.governorate(code).ordinal();
      int itsSector = FacetCode.sector(code).ordinal();
      int itsModel = FacetCode.model(code).ordinal();
      int itsState = FacetCode.state(code).ordinal();
      boolean there = governorate < 0 || governorate == itsGovernorate;
      boolean ofSector = sector < 0 || sector == itsSector;
      boolean ofModel = model < 0 || model == itsModel;
      boolean inState = allowed[itsState];
      boolean vetted = institution == null || (itsVetter >= 0 && itsVetter == vetter);
      without[4]++;
      if (vetted && ofSector && ofModel && inState) {
        governorates[itsGovernorate]++;
        without[0]++;
      }
      if (vetted && there && ofModel && inState) {
        sectors[itsSector]++;
        without[1]++;
      }
      if (vetted && there && ofSector && inState) {
        models[itsModel]++;
        without[2]++;
      }
      if (vetted && there && ofSector && ofModel) {
        states[itsState]++;
        without[3]++;
      }
      if (there && ofSector && ofModel && inState) {
        without[5]++;
        found += vetted ? 1 : 0;
        if (itsVetter >= 0) {
          ofVetter[itsVetter]++;
        }
      }
    }

    Facets facets() throws IOException {
      addVetters();
      ofVetter = new long[0];
      return Facets.of(found, governorates, sectors, models, states, institutions, without);
    }
  }
}
