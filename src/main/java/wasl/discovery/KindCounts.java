package wasl.discovery;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.discovery.ListingDocument.FacetCode;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.listing.Sector;

/**
 * How many listings that have the words there are of each kind: one kind for each governorate,
 * sector, model, state and institution that meet. The numbers beside all filters come from it, so
 * that the listings themselves are counted once, whatever is then filtered.
 */
final class KindCounts {

  /** Of nothing. */
  static final KindCounts NONE = new KindCounts(Map.of(), List.of());

  private final long[] kinds;
  private final int[] counts;
  private final List<String> institutions;
  private final long all;

  KindCounts(Map<Long, int[]> counted, List<String> institutions) {
    kinds = counted.keySet().stream().mapToLong(kind -> kind).toArray();
    counts = new int[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      counts[i] = counted.get(kinds[i])[0];
    }
    this.institutions = List.copyOf(institutions);
    all = Arrays.stream(counts).asLongStream().sum();
  }

  /** All listings that have the words. */
  long all() {
    return all;
  }

  /**
   * A kind that all filters let through counts for each of its own choices, one that a single
   * filter holds back for that filter's choice alone.
   */
  Facets facets(ListingSearch search) {
    Tally tally = new Tally(search);
    for (int i = 0; i < kinds.length; i++) {
      int vetter = FacetCode.vettedBy(kinds[i]);
      tally.add(kinds[i], vetter < 0 ? null : institutions.get(vetter), counts[i]);
    }
    return tally.facets(all);
  }

  /** The numbers of one search. */
  private static final class Tally {
    private final ListingSearch search;
    private final Map<Governorate, Long> governorates = new EnumMap<>(Governorate.class);
    private final Map<Sector, Long> sectors = new EnumMap<>(Sector.class);
    private final Map<FundingModel, Long> models = new EnumMap<>(FundingModel.class);
    private final Map<ListingState, Long> states = new EnumMap<>(ListingState.class);
    private final Map<String, Long> institutions = new HashMap<>();
    private long found;
    private long anywhere;
    private long anySector;
    private long anyModel;
    private long anyState;
    private long anyInstitution;

    private Tally(ListingSearch search) {
      this.search = search;
    }

    private void add(long kind, String institution, long n) {
      Governorate governorate = FacetCode.governorate(kind);
      Sector sector = FacetCode.sector(kind);
      FundingModel model = FacetCode.model(kind);
      ListingState state = FacetCode.state(kind);
      boolean there = search.governorate() == null || search.governorate() == governorate;
      boolean ofSector = search.sector() == null || search.sector() == sector;
      boolean ofModel = search.model() == null || search.model() == model;
      boolean inState = search.states().isEmpty() || search.states().contains(state);
      boolean vetted = search.institution() == null || search.institution().equals(institution);
      if (vetted && ofSector && ofModel && inState) {
        governorates.merge(governorate, n, Long::sum);
        anywhere += n;
      }
      if (vetted && there && ofModel && inState) {
        sectors.merge(sector, n, Long::sum);
        anySector += n;
      }
      if (vetted && there && ofSector && inState) {
        models.merge(model, n, Long::sum);
        anyModel += n;
      }
      if (vetted && there && ofSector && ofModel) {
        states.merge(state, n, Long::sum);
        anyState += n;
      }
      if (there && ofSector && ofModel && inState) {
        anyInstitution += n;
        found += vetted ? n : 0;
        if (institution != null) {
          institutions.merge(institution, n, Long::sum);
        }
      }
    }

    private Facets facets(long all) {
      return new Facets(
          found,
          all,
          governorates,
          sectors,
          models,
          states,
          anywhere,
          anySector,
          anyModel,
          anyState,
          Map.copyOf(institutions),
          anyInstitution);
    }
  }
}
