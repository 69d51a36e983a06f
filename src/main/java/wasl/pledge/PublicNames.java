package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import wasl.listing.ListingFacts;
import wasl.listing.ListingState;
import wasl.shared.Sql;

/**
 * The investors of a listing who have chosen to show their name. A name never stands beside an
 * amount or an exact time, and must not be told apart by them: names appear all together once a
 * listing is funded, when no sum moves any more with the one who came last, and only where there
 * are several investors, since the sum of one alone is the listing's own.
 */
@ApplicationScoped
public class PublicNames {

  /** With fewer investors no name is shown. */
  static final int FEWEST_INVESTORS = 5;

  private static final int MOST_SHOWN = 100;

  @Inject private Sql sql;

  /** At most a hundred names by the alphabet; none before the listing is funded. */
  public List<String> of(ListingFacts listing, PledgeTotals totals) {
    if (listing.state() != ListingState.FUNDED || totals.investors() < FEWEST_INVESTORS) {
      return List.of();
    }
    return sql.list(
        "SELECT DISTINCT i.name FROM pledge p JOIN party i ON i.id = p.investor"
            + " WHERE p.listing = ? AND p.state = ? AND p.public_name ORDER BY i.name LIMIT ?",
        row -> row.getString(1),
        listing.id().value(),
        PledgeState.COLLECTED,
        MOST_SHOWN);
  }
}
