package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;

/**
 * The owner withdraws a listing for good. Pledges to it are released.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}.
 */
@ApplicationScoped
@Transactional
public class WithdrawListing {

  @Inject private Listings listings;
  @Inject private Clock clock;

  /** Which listing. */
  public record Command(Actor by, ListingId listing) {}

  /** Does it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    listing.withdraw(clock.instant());
    listings.save(listing);
  }
}
