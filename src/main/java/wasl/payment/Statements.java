package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.PartyId;
import wasl.shared.Baghdad;
import wasl.shared.Sql;

/** Yearly statements of investors. */
@ApplicationScoped
public class Statements {

  @Inject private InvestorBooks books;
  @Inject private ListingQueries listings;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /** The years of which there may be something to say, the newest first; always the present one. */
  public List<Integer> years(PartyId investor) {
    int last = Baghdad.day(clock.instant()).getYear();
    int first =
        sql.one(
                "SELECT MIN(placed_at) AS at FROM pledge WHERE investor = ?",
                row -> Sql.instant(row, "at"),
                investor.value())
            .map(at -> Baghdad.day(at).getYear())
            .orElse(last);
    return IntStream.rangeClosed(first, last).mapToObj(year -> last + first - year).toList();
  }

  /** The investor's year. */
  public Statement of(PartyId investor, int year) {
    Instant from = Statement.begin(year);
    Instant until = Statement.begin(year + 1);
    List<InvestorBooks.Pledged> pledged = books.pledged(investor, from, until);
    Map<ListingId, ListingFacts> facts =
        listings.facts(pledged.stream().map(InvestorBooks.Pledged::listing).distinct().toList());
    return Statement.of(
        year, clock.instant(), pledged, books.movements(investor, from, until), facts);
  }
}
