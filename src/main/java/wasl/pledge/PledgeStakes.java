package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.listing.ListingId;
import wasl.party.PartyId;
import wasl.shared.Sql;
import wasl.vetting.Interests;

/**
 * Whoever has pledged to a listing has a stake in it, from the moment of placing until nothing of
 * the promise is left.
 */
@ApplicationScoped
public class PledgeStakes implements Interests {

  @Inject private Sql sql;

  @Override
  public boolean hasStake(PartyId person, ListingId listing) {
    return sql.number(
            "SELECT COUNT(*) FROM pledge WHERE listing = ? AND investor = ? AND state NOT IN"
                + " ('EXPIRED', 'CANCELLED', 'RELEASED', 'DROPPED', 'REFUNDED', 'CHARGED_BACK')",
            listing.value(),
            person.value())
        > 0;
  }
}
