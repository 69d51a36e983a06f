package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import wasl.discovery.Facets;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Texts;
import wasl.site.ListingCard;
import wasl.site.ListingCards;
import wasl.site.ListingFilter;

/**
 * {@code /listings}: the published listings with words and filters, as plain links and one GET
 * form. Longer than others since each part of the page, and each way on from an empty one, asks
 * here.
 */
@Named
@RequestScoped
public class ListingsPage {

  private static final int SIZE = 12;

  /** So many other governorates are named where this one has nothing. */
  private static final int PLACES = 6;

  @Inject private ListingCards cards;
  @Inject private PageLang page;
  @Inject private HttpServletRequest request;

  private ListingCards.Shown shown;
  private ListingSearch search;
  private boolean notReady;

  /** A governorate on the map, with what the words and the other filters find there. */
  public record Place(Governorate governorate, long published) {}

  /**
   * A way on where nothing was found, or beside what was.
   *
   * @param label what it is called
   * @param n how many projects it leads to
   * @param query the address's query
   */
  public record Way(String label, long n, String query) {}

  /** The page of listings that was asked for; the last one where there are fewer by now. */
  public Page<ListingCard> getFound() {
    return shown().page();
  }

  private ListingCards.Shown shown() {
    if (shown == null) {
      shown = find(ListingFilter.number(request.getParameter("page"), 1));
      if (shown.page().page() >= shown.page().pages()) {
        shown = find(shown.page().pages());
      }
    }
    return shown;
  }

  private ListingCards.Shown find(int number) {
    Page.Wish wish = new Page.Wish(number - 1, SIZE);
    try {
      return cards.shown(search(), wish, page.lang());
    } catch (Refused noIndexYet) {
      notReady = true;
      return cards.shown(with(null, search().governorate()), wish, page.lang());
    }
  }

  private ListingSearch search() {
    if (search == null) {
      search = ListingFilter.of(request::getParameter);
    }
    return search;
  }

  private ListingSearch with(String q, Governorate governorate) {
    ListingSearch s = search();
    return new ListingSearch(
        q, s.states(), s.sector(), governorate, s.model(), q == null ? null : s.sort());
  }

  /** What was typed. */
  public String getQ() {
    return search().q();
  }

  /** Whether the words could not be looked for, since this node has no index yet. */
  public boolean isNotReady() {
    shown();
    return notReady;
  }

  /** How the words were taken: ALL, NEAR, SOME or NONE. */
  public String getHow() {
    return shown().found().how().name();
  }

  /** Words that may have been meant instead of those that no project has. */
  public List<Way> getNear() {
    return shown().found().near().stream()
        .map(
            near ->
                new Way(
                    near.meant(), 0, query(with(near.question(), search().governorate()), true)))
        .toList();
  }

  /** What could be left out where nothing was found, with what is then found. */
  public List<Way> getLooser() {
    ListingSearch s = search();
    Facets facets = shown().found().facets();
    List<Way> ways = new ArrayList<>();
    if (facets == null || getFound().total() > 0) {
      return ways;
    }
    if (s.governorate() != null) {
      way(ways, "governorate", facets.anywhere(), with(s.q(), null));
    }
    if (s.sector() != null) {
      way(
          ways,
          "sector",
          facets.anySector(),
          new ListingSearch(s.q(), s.states(), null, s.governorate(), s.model(), s.sort()));
    }
    if (s.model() != null) {
      way(
          ways,
          "model",
          facets.anyModel(),
          new ListingSearch(s.q(), s.states(), s.sector(), s.governorate(), null, s.sort()));
    }
    if (!s.states().isEmpty()) {
      way(
          ways,
          "state",
          facets.anyState(),
          new ListingSearch(s.q(), Set.of(), s.sector(), s.governorate(), s.model(), s.sort()));
    }
    if (ways.isEmpty()) {
      way(
          ways,
          "filters",
          facets.all(),
          new ListingSearch(s.q(), Set.of(), null, null, null, s.sort()));
    }
    if (s.q() != null) {
      ListingSearch without = with(null, s.governorate());
      way(ways, "words", cards.find(without, new Page.Wish(0, 1), page.lang()).total(), without);
    }
    return ways;
  }

  private void way(List<Way> ways, String what, long n, ListingSearch search) {
    if (n > 0) {
      ways.add(new Way(text("site.listings.without." + what), n, query(search, true)));
    }
  }

  /** Other governorates that have what was looked for, where the chosen one has nothing. */
  public List<Way> getElsewhere() {
    Facets facets = shown().found().facets();
    if (facets == null || search().governorate() == null || getFound().total() > 0) {
      return List.of();
    }
    return facets.governorates().entrySet().stream()
        .sorted(Map.Entry.<Governorate, Long>comparingByValue().reversed())
        .limit(PLACES)
        .map(
            each ->
                new Way(
                    text("listing.governorate." + each.getKey()),
                    each.getValue(),
                    query(with(search().q(), each.getKey()), true)))
        .toList();
  }

  /** Whether any filter is set. */
  public boolean isFiltered() {
    return !query(search(), false).isEmpty();
  }

  /** The filters as a query, without the page. */
  public String getQuery() {
    return query(search(), true);
  }

  private static String query(ListingSearch s, boolean withSort) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("q", s.q());
    all.put("governorate", s.governorate() == null ? null : s.governorate().code());
    all.put("sector", s.sector() == null ? null : s.sector().name());
    all.put("model", s.model() == null ? null : s.model().name());
    all.put("state", s.states().isEmpty() ? null : s.states().iterator().next().name());
    all.put("sort", !withSort || s.sort() == usual(s) ? null : s.sort().name());
    return all.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The query to which the map adds a governorate: all filters but that one. */
  public String getAnywhere() {
    return query(with(search().q(), null), true);
  }

  /** The chosen governorate's letters, or nothing. */
  public String getChosenPlace() {
    return search().governorate() == null ? "" : search().governorate().name();
  }

  /** All governorates in the reader's alphabet, with what is found there; none without an index. */
  public List<Place> getPlaces() {
    Facets facets = shown().found().facets();
    return facets == null
        ? List.of()
        : Arrays.stream(Governorate.values())
            .map(each -> new Place(each, facets.governorates().getOrDefault(each, 0L)))
            .sorted(Comparator.comparing(each -> text("listing.governorate." + each.governorate())))
            .toList();
  }

  /** The same by letters, for the map. */
  public Map<String, Long> getCounts() {
    return getPlaces().stream()
        .collect(Collectors.toMap(each -> each.governorate().name(), Place::published));
  }

  /** How strong each governorate stands on the map: 0 for none to 4 for those with the most. */
  public Map<String, Long> getLevels() {
    return MapLevels.of(getCounts());
  }

  public List<Choice> getGovernorates() {
    return sorted(
        Choice.of(
            Arrays.asList(Governorate.values()),
            Governorate::code,
            each -> counted("listing.governorate." + each, Facets::governorates, each),
            search().governorate()));
  }

  public List<Choice> getSectors() {
    return Choice.of(
        Sector.offered(),
        Sector::name,
        each -> counted("listing.sector." + each, Facets::sectors, each),
        search().sector());
  }

  public List<Choice> getModels() {
    return Choice.of(
        Arrays.asList(FundingModel.values()),
        FundingModel::name,
        each -> counted("listing.fundingModel." + each, Facets::models, each),
        search().model());
  }

  public List<Choice> getStates() {
    Set<ListingState> chosen = search().states();
    return Choice.of(
        ListingFilter.STATES,
        ListingState::name,
        each -> counted("listing.state." + each, Facets::states, each),
        chosen.isEmpty() ? null : chosen.iterator().next());
  }

  public List<Choice> getSorts() {
    return Choice.of(
        Arrays.stream(ListingSearch.Sort.values())
            .filter(each -> search().q() != null || each != ListingSearch.Sort.BEST)
            .toList(),
        each -> each == usual(search()) ? "" : each.name(),
        each -> text("site.listings.sort." + each),
        search().sort());
  }

  /** The order that nobody has to ask for: a form without words sends none, so words bring it. */
  private static ListingSearch.Sort usual(ListingSearch search) {
    return search.q() == null ? ListingSearch.Sort.LIVE : ListingSearch.Sort.BEST;
  }

  /** A choice's name with how many projects it leaves. */
  private <E> String counted(String key, Function<Facets, Map<E, Long>> of, E choice) {
    Facets facets = shown().found().facets();
    return facets == null
        ? text(key)
        : text(key) + " (" + of.apply(facets).getOrDefault(choice, 0L) + ")";
  }

  private String text(String key) {
    return Texts.in(page.lang()).get(key);
  }

  private static List<Choice> sorted(List<Choice> choices) {
    return choices.stream().sorted(Comparator.comparing(Choice::label)).toList();
  }
}
