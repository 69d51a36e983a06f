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
import wasl.shared.web.KeptPages;
import wasl.site.ListingCard;
import wasl.site.ListingCards;
import wasl.site.LiveFigures;

/** {@code /}: what Wasl is, how the money is held, live numbers, some listings, governorates. */
@Named
@RequestScoped
public class HomePage {

  private static final int CARDS = 3;

  @Inject private ListingCards cards;
  @Inject private ListingQueries listings;
  @Inject private LiveFigures figures;
  @Inject private PageLang page;

  private List<ListingCard> open;
  private List<ListingCard> newest;
  private List<Place> places;

  /** A governorate and how many listings it has published. */
  public record Place(Governorate governorate, long published) {}

  /** How things stand now. */
  public LiveFigures.Figures getFigures() {
    LiveFigures.Figures now = figures.now();
    KeptPages.shows(now.readNanos());
    return now;
  }

  /** The open listings that end soonest. */
  public List<ListingCard> getOpen() {
    if (open == null) {
      open = live(ListingSearch.Sort.ENDING, CARDS);
    }
    return open;
  }

  /** The open listings that were published last and do not stand among those that end soonest. */
  public List<ListingCard> getNewest() {
    if (newest == null) {
      Set<Object> shown = getOpen().stream().map(ListingCard::id).collect(Collectors.toSet());
      newest =
          live(ListingSearch.Sort.NEWEST, 2 * CARDS).stream()
              .filter(card -> !shown.contains(card.id()))
              .limit(CARDS)
              .toList();
    }
    return newest;
  }

  private List<ListingCard> live(ListingSearch.Sort sort, int most) {
    ListingSearch search =
        new ListingSearch(null, Set.of(ListingState.LIVE), null, null, null, null, sort);
    return cards.cards(search, new Page.Wish(0, most), page.lang()).items();
  }

  /** All governorates in the reader's alphabet. */
  public List<Place> getPlaces() {
    if (places == null) {
      places = places();
    }
    return places;
  }

  /** How many listings each governorate has, by its letters. */
  public Map<String, Long> getCounts() {
    return getPlaces().stream()
        .collect(Collectors.toMap(place -> place.governorate().name(), Place::published));
  }

  /** How strong each governorate stands on the map: 0 for none to 4 for those with the most. */
  public Map<String, Long> getLevels() {
    return MapLevels.of(getCounts());
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
