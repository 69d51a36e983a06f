package wasl.discovery;

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
    long anyInstitution) {}
