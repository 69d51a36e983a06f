package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;

/**
 * The owner has made the changes that were asked for; only these are vetted again.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, and with
 * every {@link ListingIncomplete} at once.
 */
@ApplicationScoped
@Transactional
public class ResubmitListing {

  @Inject private Listings listings;
  @Inject private Completeness completeness;
  @Inject private Clock clock;

  /** Which listing. */
  public record Command(Actor by, ListingId listing) {}

  /** Does it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    Instant now = clock.instant();
    listing.resubmit(now);
    completeness.require(listing, now);
    listings.save(listing);
  }
}
