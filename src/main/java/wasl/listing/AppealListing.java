package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;

/**
 * The owner appeals against a rejection: once, within 30 days.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, {@link
 * ListingRefused.AppealedAlready}, {@link ListingRefused.AppealTooLate}.
 */
@ApplicationScoped
@Transactional
public class AppealListing {

  @Inject private Listings listings;
  @Inject private Clock clock;

  /** Which listing. */
  public record Command(Actor by, ListingId listing) {}

  /** Does it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    listing.appeal(clock.instant());
    listings.save(listing);
  }
}
