package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;

/**
 * The owner publishes an approved listing and chooses its start; a start that is now or past begins
 * the campaign at once.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, {@link
 * ListingRefused.PreconditionsOpen}, {@link ListingRefused.StartTooLate}.
 */
@ApplicationScoped
@Transactional
public class PublishListing {

  @Inject private Listings listings;
  @Inject private Conditions conditions;
  @Inject private Rates rates;
  @Inject private Clock clock;

  /**
   * What to publish.
   *
   * @param startsAt when pledges may begin; null for now
   */
  public record Command(Actor by, ListingId listing, Instant startsAt) {}

  /** Publishes it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    Instant now = clock.instant();
    Instant start = command.startsAt() == null ? now : command.startsAt();
    // what its budget was checked with and vetted with: lines and fee still sum to the goal
    int fee = listing.model() == null ? 0 : rates.fee(listing.model(), listing.submittedAt());
    listing.publish(start, fee, conditions.openPreconditions(listing.id()), now);
    if (!listing.opensAt().isAfter(now)) {
      listing.start(now);
    }
    listings.save(listing);
  }
}
