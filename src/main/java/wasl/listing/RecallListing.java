package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.party.Actor;

/**
 * The owner takes a submitted listing back to the draft, before a reviewer has opened it.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}.
 */
@ApplicationScoped
@Transactional
public class RecallListing {

  @Inject private Listings listings;

  /** Which listing. */
  public record Command(Actor by, ListingId listing) {}

  /** Does it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    listing.recall();
    listings.save(listing);
  }
}
