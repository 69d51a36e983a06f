package wasl.discovery;

import java.util.EnumMap;
import java.util.Map;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingState;
import wasl.listing.Sector;

/**
 * How many listings each choice of a filter would leave, the other filters and the words staying as
 * they are; what is missing leaves none.
 *
 * @param found all that words and filters leave
 * @param all what the words alone leave
 * @param anywhere how many there would be without the filter by governorate
 * @param anySector likewise
 * @param anyModel likewise
 * @param anyState likewise
 * @param institutions by the codes of those that vetted
 * @param anyInstitution likewise
 */
public record Facets(
    long found,
    long all,
    Map<Governorate, Long> governorates,
    Map<Sector, Long> sectors,
    Map<FundingModel, Long> models,
    Map<ListingState, Long> states,
    long anywhere,
    long anySector,
    long anyModel,
    long anyState,
    Map<String, Long> institutions,
    long anyInstitution) {

  /** Of nothing. */
  static final Facets NONE =
      new Facets(0, 0, Map.of(), Map.of(), Map.of(), Map.of(), 0, 0, 0, 0, Map.of(), 0);

  static Facets of(
      long found,
      int[] governorates,
      int[] sectors,
      int[] models,
      int[] states,
      Map<String, Long> institutions,
      long[] without) {
    return new Facets(
        found,
        without[4],
        map(Governorate.class, governorates),
        map(Sector.class, sectors),
        map(FundingModel.class, models),
        map(ListingState.class, states),
        without[0],
        without[1],
        without[2],
        without[3],
        Map.copyOf(institutions),
        without[5]);
  }

  private static <E extends Enum<E>> Map<E, Long> map(Class<E> type, int[] counts) {
    Map<E, Long> map = new EnumMap<>(type);
    for (E each : type.getEnumConstants()) {
      if (counts[each.ordinal()] > 0) {
        map.put(each, (long) counts[each.ordinal()]);
      }
    }
    return map;
  }
}
