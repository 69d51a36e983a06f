package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.party.PartyId;
import wasl.shared.Refused;
import wasl.vetting.Interests;

/** Nobody moves money in which they have an interest of their own. */
@ApplicationScoped
public class OwnStakes {

  @Inject private ListingQueries listings;
  @Inject @Any private Instance<Interests> interests;

  /**
   * Refuses an officer who owns the listing or has anything at stake in it.
   *
   * @throws Refused {@link FinanceRefused.OwnStake}
   */
  void refuse(PartyId officer, ListingId listing) {
    if (listings.facts(listing).owner().equals(officer)
        || interests.stream().anyMatch(each -> each.hasStake(officer, listing))) {
      throw new Refused(new FinanceRefused.OwnStake());
    }
  }
}
