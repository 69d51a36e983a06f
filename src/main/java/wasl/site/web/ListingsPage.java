package wasl.site.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.shared.Page;
import wasl.shared.Texts;
import wasl.site.ListingCard;
import wasl.site.ListingCards;
import wasl.site.ListingFilter;

/** {@code /listings}: the published listings with filters, as plain links and one GET form. */
@Named
@RequestScoped
public class ListingsPage {

  private static final int SIZE = 12;

  @Inject private ListingCards cards;
  @Inject private PageLang page;
  @Inject private HttpServletRequest request;

  private Page<ListingCard> found;
  private ListingSearch search;

  /** The page of listings that was asked for; the last one where there are fewer by now. */
  public Page<ListingCard> getFound() {
    if (found == null) {
      found = find(ListingFilter.number(request.getParameter("page"), 1));
      if (found.page() >= found.pages()) {
        found = find(found.pages());
      }
    }
    return found;
  }

  private Page<ListingCard> find(int number) {
    return cards.cards(search(), new Page.Wish(number - 1, SIZE), page.lang());
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

  /** Whether any filter is set. */
  public boolean isFiltered() {
    return !query(true).isEmpty();
  }

  /** The filters as a query, without the page. */
  public String getQuery() {
    return query(false);
  }

  private String query(boolean withoutSort) {
    Map<String, String> all = new LinkedHashMap<>();
    ListingSearch s = search();
    all.put("q", s.q());
    all.put("governorate", s.governorate() == null ? null : s.governorate().code());
    all.put("sector", s.sector() == null ? null : s.sector().name());
    all.put("model", s.model() == null ? null : s.model().name());
    all.put("state", s.states().isEmpty() ? null : s.states().iterator().next().name());
    all.put("sort", withoutSort || s.sort() == ListingSearch.Sort.LIVE ? null : s.sort().name());
    return all.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public List<Choice> getGovernorates() {
    return sorted(
        Choice.of(
            Arrays.asList(Governorate.values()),
            Governorate::code,
            each -> text("listing.governorate." + each),
            search().governorate()));
  }

  public List<Choice> getSectors() {
    return Choice.of(
        Sector.offered(), Sector::name, each -> text("listing.sector." + each), search().sector());
  }

  public List<Choice> getModels() {
    return Choice.of(
        Arrays.asList(FundingModel.values()),
        FundingModel::name,
        each -> text("listing.fundingModel." + each),
        search().model());
  }

  public List<Choice> getStates() {
    Set<ListingState> chosen = search().states();
    return Choice.of(
        ListingFilter.STATES,
        ListingState::name,
        each -> text("listing.state." + each),
        chosen.isEmpty() ? null : chosen.iterator().next());
  }

  public List<Choice> getSorts() {
    return Choice.of(
        Arrays.asList(ListingSearch.Sort.values()),
        ListingSearch.Sort::name,
        each -> text("site.listings.sort." + each),
        search().sort());
  }

  private String text(String key) {
    return Texts.in(page.lang()).get(key);
  }

  private static List<Choice> sorted(List<Choice> choices) {
    return choices.stream().sorted(Comparator.comparing(Choice::label)).toList();
  }
}
