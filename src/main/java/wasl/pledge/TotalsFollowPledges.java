package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import wasl.ledger.LedgerPromise;
import wasl.listing.ListingId;
import wasl.shared.Sql;

/**
 * A listing's totals, which are its movements, are what its pledges' own states and amounts add up
 * to; read in one statement, so it may run while people pledge.
 */
@ApplicationScoped
public class TotalsFollowPledges implements LedgerPromise {

  private static final String DIFFERENCE =
      "SELECT listing FROM ("
          + "SELECT listing, started_minor, pledged_minor, firm_minor, collected_minor"
          + " FROM pledge_total UNION ALL SELECT listing, started_minor, pledged_minor, firm_minor,"
          + " collected_minor FROM pledge_movement WHERE id >"
          + " (SELECT upto FROM pledge_cursor WHERE name = 'TOTALS') UNION ALL SELECT listing, "
          + minus(PledgeState.Counts::started)
          + ", "
          + minus(PledgeState.Counts::pledged)
          + ", "
          + minus(PledgeState.Counts::firm)
          + ", "
          + minus(PledgeState.Counts::collected)
          + " FROM pledge) parts GROUP BY listing HAVING SUM(started_minor) <> 0"
          + " OR SUM(pledged_minor) <> 0 OR SUM(firm_minor) <> 0 OR SUM(collected_minor) <> 0"
          + " ORDER BY listing LIMIT 1";

  @Inject private Sql sql;

  /** What a pledge takes off the difference, by the states that count. */
  private static String minus(Predicate<PledgeState.Counts> counted) {
    String states =
        Arrays.stream(PledgeState.values())
            .filter(state -> counted.test(state.counts()))
            .map(state -> "'" + state + "'")
            .collect(Collectors.joining(", "));
    return "IF(state IN (" + states + "), refunded_minor - amount_minor, 0)";
  }

  @Override
  public String name() {
    return "totals-follow-pledges";
  }

  @Override
  public Optional<String> fault() {
    return sql.one(
        DIFFERENCE,
        row ->
            "listing "
                + new ListingId(row.getLong(1))
                + " shows other totals than its pledges add up to");
  }
}
