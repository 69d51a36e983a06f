package wasl.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 * The numbers of the front page, from the books and the tables themselves. Each node reads them at
 * most once in two seconds, however many visitors there are.
 */
@ApplicationScoped
public class LiveFigures {

  @Inject private ListingQueries listings;
  @Inject private PledgeQueries pledges;
  @Inject private AccountQueries accounts;
  @Inject private InstitutionRecords institutions;
  @Inject private Clock clock;

  private final Remembered<String, Figures> figures =
      new Remembered<>(Duration.ofSeconds(2), all -> read());

  /**
   * How things stand.
   *
   * @param pledged promised to open listings and not charged, a sum for each currency
   * @param escrow what lies in the listings' escrow accounts, a sum for each currency
   * @param decided cases that institutions have decided
   * @param medianDays working days, over the last 365 days; null before the first decision
   */
  public record Figures(
      long published,
      long open,
      List<Money> pledged,
      List<Money> escrow,
      long decided,
      Integer medianDays) {}

  /** How things stand now. */
  public Figures now() {
    return figures.get("now");
  }

  private Figures read() {
    Map<Governorate, Long> places = listings.places();
    return new Figures(
        places.values().stream().mapToLong(Long::longValue).sum(),
        open(),
        pledges.promised(),
        escrow(),
        institutions.decisions().values().stream()
            .mapToLong(InstitutionRecords.Decisions::decided)
            .sum(),
        institutions.medianDays(clock.instant()).orElse(null));
  }

  private long open() {
    ListingSearch open =
        new ListingSearch(
            null, Set.of(ListingState.LIVE), null, null, null, null, ListingSearch.Sort.LIVE);
    return listings.search(open, new Page.Wish(0, 1), Lang.FIRST).total();
  }

  private List<Money> escrow() {
    return accounts.totals().stream()
        .filter(total -> total.kind() == AccountKind.LISTING_ESCROW && total.balance().isPositive())
        .map(AccountQueries.KindTotal::balance)
        .toList();
  }
}
