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
import java.util.HashMap;
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
import wasl.party.Institutions;
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

  /** Three rows of three; with their pictures the page stays below 150 KB. */
  private static final int SIZE = 9;

  /** So many other governorates are named where this one has nothing. */
  private static final int PLACES = 6;

  @Inject private ListingCards cards;
  @Inject private Institutions institutions;
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

  /** The first of them, whose picture a phone shows at once; null where there are none. */
  public ListingCard getFirst() {
    return getFound().items().isEmpty() ? null : getFound().items().get(0);
  }

  /** The others. */
  public List<ListingCard> getRest() {
    return getFound().items().stream().skip(1).toList();
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
      return cards.shown(search().words(null).anyInstitution(), wish, page.lang());
    }
  }

  private ListingSearch search() {
    if (search == null) {
      search = ListingFilter.of(request::getParameter);
    }
    return search;
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
        .map(near -> new Way(near.meant(), 0, query(search().words(near.question()))))
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
      way(ways, "governorate", facets.anywhere(), s.at(null));
    }
    if (s.sector() != null) {
      way(ways, "sector", facets.anySector(), s.anySector());
    }
    if (s.model() != null) {
      way(ways, "model", facets.anyModel(), s.anyModel());
    }
    if (s.institution() != null) {
      way(ways, "institution", facets.anyInstitution(), s.anyInstitution());
    }
    if (!s.states().isEmpty()) {
      way(ways, "state", facets.anyState(), s.anyState());
    }
    if (ways.isEmpty()) {
      way(
          ways,
          "filters",
          facets.all(),
          s.at(null).anySector().anyModel().anyInstitution().anyState());
    }
    if (s.q() != null) {
      ListingSearch without = s.words(null);
      way(ways, "words", cards.find(without, new Page.Wish(0, 1), page.lang()).total(), without);
    }
    return ways;
  }

  private void way(List<Way> ways, String what, long n, ListingSearch search) {
    if (n > 0) {
      ways.add(new Way(text("site.listings.without." + what), n, query(search)));
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
                    query(search().at(each.getKey()))))
        .toList();
  }

  /** What is chosen, each with the query that leaves it out. */
  public List<Way> getChosen() {
    ListingSearch s = search();
    List<Way> chosen = new ArrayList<>();
    if (s.q() != null) {
      chosen.add(without(s.q(), s.words(null)));
    }
    if (s.governorate() != null) {
      chosen.add(without(text("listing.governorate." + s.governorate()), s.at(null)));
    }
    if (s.sector() != null) {
      chosen.add(without(text("listing.sector." + s.sector()), s.anySector()));
    }
    if (s.model() != null) {
      chosen.add(without(text("listing.fundingModel." + s.model()), s.anyModel()));
    }
    if (s.institution() != null) {
      chosen.add(without(institution(s.institution()), s.anyInstitution()));
    }
    s.states().forEach(each -> chosen.add(without(text("listing.state." + each), s.anyState())));
    return chosen;
  }

  private static Way without(String label, ListingSearch search) {
    return new Way(label, 0, query(search));
  }

  /** How many filters are set beside the words. */
  public int getFilters() {
    return getChosen().size() - (search().q() == null ? 0 : 1);
  }

  /** Whether something is chosen that can be followed: states pass, and others vet next time. */
  public boolean isFollowable() {
    ListingSearch s = search();
    return s.q() != null || s.governorate() != null || s.sector() != null || s.model() != null;
  }

  /** The filters as a query, without the page. */
  public String getQuery() {
    return query(search());
  }

  private static String query(ListingSearch s) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("q", s.q());
    all.put("governorate", s.governorate() == null ? null : s.governorate().code());
    all.put("sector", s.sector() == null ? null : s.sector().name());
    all.put("model", s.model() == null ? null : s.model().name());
    all.put("state", s.states().isEmpty() ? null : s.states().iterator().next().name());
    all.put("institution", s.institution());
    all.put("sort", s.sort() == s.usual() ? null : s.sort().name());
    return all.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The query to which the map adds a governorate: all filters but that one. */
  public String getAnywhere() {
    return query(search().at(null));
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
        // a form without words sends none, so that words bring their own order
        each -> each == search().usual() ? "" : each.name(),
        each -> text("site.listings.sort." + each),
        search().sort());
  }

  /** A choice's name with how many projects it leaves. */
  private <E> String counted(String key, Function<Facets, Map<E, Long>> of, E choice) {
    Facets facets = shown().found().facets();
    return facets == null
        ? text(key)
        : text(key) + " (" + of.apply(facets).getOrDefault(choice, 0L) + ")";
  }

  /** Those that vetted something that the other choices leave, by their names. */
  public List<Choice> getInstitutions() {
    Facets facets = shown().found().facets();
    Map<String, Long> counts = new HashMap<>(facets == null ? Map.of() : facets.institutions());
    if (search().institution() != null) {
      counts.putIfAbsent(search().institution(), 0L);
    }
    return sorted(
        Choice.of(
            List.copyOf(counts.keySet()),
            Function.identity(),
            each -> institution(each) + (facets == null ? "" : " (" + counts.get(each) + ")"),
            search().institution()));
  }

  private String institution(String code) {
    return institutions.byCode(code).map(each -> each.name(page.lang())).orElse(code);
  }

  private String text(String key) {
    return Texts.in(page.lang()).get(key);
  }

  private static List<Choice> sorted(List<Choice> choices) {
    return choices.stream().sorted(Comparator.comparing(Choice::label)).toList();
  }
}
