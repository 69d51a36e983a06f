package wasl.site.rest;

import java.time.Instant;
import java.util.List;
import wasl.listing.ListingSearch;
import wasl.money.rest.MoneyJson;
import wasl.pledge.PledgeTotals;
import wasl.shared.Lang;
import wasl.site.ListingCards;

/** A published listing in a list. */
public record ListingJson(
    String id,
    String state,
    String title,
    String summary,
    List<String> languages,
    String governorate,
    String sector,
    String model,
    MoneyJson goal,
    MoneyJson minimum,
    MoneyJson pledged,
    MoneyJson firm,
    MoneyJson collected,
    Instant opensAt,
    Instant deadline,
    BusinessJson business) {

  static ListingJson of(ListingCards.Found found) {
    ListingSearch.Row row = found.row();
    PledgeTotals totals = found.totals();
    return new ListingJson(
        row.id().toString(),
        row.state().name(),
        row.title(),
        row.summary(),
        row.languages().stream().map(Lang::code).toList(),
        row.governorate().code(),
        row.sector().name(),
        row.model().name(),
        MoneyJson.of(row.goal()),
        MoneyJson.of(row.minimum()),
        MoneyJson.of(totals.pledged()),
        MoneyJson.of(totals.firm()),
        MoneyJson.of(totals.collected()),
        row.opensAt(),
        row.deadline(),
        new BusinessJson(
            row.businessName(),
            row.district(),
            row.informal(),
            row.womenOwned(),
            row.returneeOwned(),
            row.idpOwned()));
  }
}
