package wasl.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountQueries;
import wasl.listing.Governorate;
import wasl.listing.ListingQueries;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.money.Money;
import wasl.pledge.PledgeQueries;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Remembered;
import wasl.vetting.InstitutionRecords;

/**
 * The numbers of the front page, from the books and the tables themselves. Each node reads them
 * once a second at most, however many visitors there are and in whatever language; they tell when,
 * since the page that shows them must not become older than two seconds. What institutions decided
 * may be ten seconds older, which the page says.
 */
@ApplicationScoped
public class LiveFigures {

  @Inject private ListingQueries listings;
  @Inject private PledgeQueries pledges;
  @Inject private AccountQueries accounts;
  @Inject private InstitutionRecords institutions;
  @Inject private Clock clock;

  private final Remembered<String, Figures> figures =
      new Remembered<>(Duration.ofSeconds(1), all -> read());
  private final Remembered<String, Optional<Integer>> medianDays =
      new Remembered<>(Duration.ofSeconds(10), all -> institutions.medianDays(clock.instant()));

  /**
   * How things stand.
   *
   * @param pledged promised to open listings and not charged, a sum for each currency
   * @param escrow what lies in the listings' escrow accounts, a sum for each currency
   * @param decided cases that institutions have decided
   * @param medianDays working days, over the last 365 days; null before the first decision
   * @param readNanos when reading them began, as {@link System#nanoTime}
   */
  public record Figures(
      long published,
      long open,
      List<Money> pledged,
      List<Money> escrow,
      long decided,
      Integer medianDays,
      long readNanos) {}

  /** How things stood a second ago at most. */
  public Figures now() {
    return figures.get("now");
  }

  private Figures read() {
    long began = System.nanoTime();
    Map<Governorate, Long> places = listings.places();
    return new Figures(
        places.values().stream().mapToLong(Long::longValue).sum(),
        open(),
        pledges.promised(),
        accounts.totals(AccountKind.LISTING_ESCROW),
        institutions.decisions().values().stream()
            .mapToLong(InstitutionRecords.Decisions::decided)
            .sum(),
        medianDays.get("all").orElse(null),
        began);
  }

  private long open() {
    ListingSearch open =
        new ListingSearch(
            null, Set.of(ListingState.LIVE), null, null, null, null, ListingSearch.Sort.LIVE);
    return listings.search(open, new Page.Wish(0, 1), Lang.FIRST).total();
  }
}
