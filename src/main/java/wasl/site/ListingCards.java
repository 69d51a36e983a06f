package wasl.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wasl.discovery.SearchListings;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingSearch;
import wasl.money.Currency;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeTotals;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Page;

/** The public list with what has been pledged: two queries a page, however long it is. */
@ApplicationScoped
public class ListingCards {

  @Inject private ListingQueries listings;
  @Inject private SearchListings words;
  @Inject private PledgeQueries pledges;
  @Inject private Clock clock;

  /** A listing of the list with its totals. */
  public record Found(ListingSearch.Row row, PledgeTotals totals) {}

  /** A page of the public list with totals. */
  public Page<Found> find(ListingSearch search, Page.Wish wish, Lang lang) {
    Page<ListingSearch.Row> page = words.find(search, wish, lang).page();
    return new Page<>(withTotals(page.items()), page.page(), page.size(), page.total());
  }

  private List<Found> withTotals(List<ListingSearch.Row> rows) {
    Map<ListingId, Currency> currencies = new LinkedHashMap<>();
    rows.forEach(row -> currencies.put(row.id(), row.goal().currency()));
    Map<ListingId, PledgeTotals> totals = pledges.totals(currencies);
    return rows.stream().map(row -> new Found(row, totals.get(row.id()))).toList();
  }

  /** The same as cards. */
  public Page<ListingCard> cards(ListingSearch search, Page.Wish wish, Lang lang) {
    return cards(words.find(search, wish, lang).page());
  }

  private Page<ListingCard> cards(Page<ListingSearch.Row> page) {
    Instant now = clock.instant();
    return new Page<>(
        withTotals(page.items()).stream().map(found -> card(found, now)).toList(),
        page.page(),
        page.size(),
        page.total());
  }

  /** Cards of these listings, in this order; what is not published is left out. */
  public List<ListingCard> cards(List<ListingId> ids, Lang lang) {
    Instant now = clock.instant();
    return withTotals(listings.rows(ids, lang)).stream().map(found -> card(found, now)).toList();
  }

  /**
   * Cards, and how the words and filters were taken.
   *
   * @param found with its rows, numbers for the filters, and near words
   */
  public record Shown(Page<ListingCard> page, wasl.discovery.Found found) {}

  /** A page of cards with all that was found out about the question. */
  public Shown shown(ListingSearch search, Page.Wish wish, Lang lang) {
    wasl.discovery.Found found = words.find(search, wish, lang);
    return new Shown(cards(found.page()), found);
  }

  private static ListingCard card(Found found, Instant now) {
    ListingSearch.Row row = found.row();
    return new ListingCard(
        row.id(),
        row.title(),
        row.titleLang(),
        row.summary(),
        row.state(),
        row.sector(),
        row.governorate(),
        row.model(),
        row.goal(),
        row.minimum(),
        found.totals().pledged(),
        found.totals().firm(),
        found.totals().collected(),
        daysLeft(row.deadline(), now),
        row.businessName(),
        row.cover() == null ? null : CoverAddress.small(row.cover()));
  }

  /**
   * Days from today in Baghdad to the last one on which pledges are taken, as one counts them on a
   * calendar: 0 on that day, whatever the hour, and afterwards. A deadline at midnight ends the day
   * before it.
   */
  public static long daysLeft(Instant deadline, Instant now) {
    return deadline == null
        ? 0
        : Math.max(
            0, ChronoUnit.DAYS.between(Baghdad.day(now), Baghdad.day(deadline.minusNanos(1))));
  }
}
