package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import wasl.party.Actor;

/**
 * The one place that decides who reads a listing's files and record: everybody once it has been
 * published, and whatever became of it later; else its owner and {@link InsideReaders}.
 */
@ApplicationScoped
public class ListingReaders {
  @Inject private ListingQueries listings;
  @Inject @Any private Instance<InsideReaders> inside;

  /**
   * Whether this person may read it.
   *
   * @throws wasl.shared.Refused {@link ListingRefused.NotFound}
   */
  public boolean allow(Actor by, ListingId listing) {
    ListingFacts facts = listings.facts(listing);
    return facts.published()
        || by.signedIn()
            && (facts.owner().equals(by.party())
                || inside.stream().anyMatch(each -> each.reads(by, listing)));
  }
}
