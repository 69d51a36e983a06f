package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wasl.listing.Governorate;
import wasl.listing.ListingQueries;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Texts;
import wasl.site.ListingCard;
import wasl.site.ListingCards;

/** {@code /}: what Wasl is, some open listings, the governorates. */
@Named
@RequestScoped
public class HomePage {

  private static final int CARDS = 6;

  @Inject private ListingCards cards;
  @Inject private ListingQueries listings;
  @Inject private PageLang page;

  private List<ListingCard> open;
  private List<Place> places;

  /** A governorate and how many listings it has published. */
  public record Place(Governorate governorate, long published) {}

  /** The open listings that end soonest. */
  public List<ListingCard> getOpen() {
    if (open == null) {
      ListingSearch search =
          new ListingSearch(
              null, Set.of(ListingState.LIVE), null, null, null, ListingSearch.Sort.ENDING);
      open = cards.cards(search, new Page.Wish(0, CARDS), page.lang()).items();
    }
    return open;
  }

  /** All governorates in the reader's alphabet. */
  public List<Place> getPlaces() {
    if (places == null) {
      places = places();
    }
    return places;
  }

  /** How strong each governorate stands on the map: 0 for none to 4 for those with the most. */
  public Map<String, Long> getLevels() {
    long most = getPlaces().stream().mapToLong(Place::published).max().orElse(0);
    return getPlaces().stream()
        .collect(
            Collectors.toMap(
                place -> place.governorate().name(),
                place -> most == 0 ? 0 : (4 * place.published() + most - 1) / most));
  }

  private List<Place> places() {
    Map<Governorate, Long> counts = listings.places();
    Lang lang = page.lang();
    return Arrays.stream(Governorate.values())
        .map(each -> new Place(each, counts.getOrDefault(each, 0L)))
        .sorted(
            Comparator.comparing(
                place -> Texts.in(lang).get("listing.governorate." + place.governorate())))
        .toList();
  }
}
