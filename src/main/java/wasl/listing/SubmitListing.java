package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;
import wasl.shared.Refused;

/**
 * The owner hands a complete draft in for vetting, and accepts that the money is paid if at least
 * the minimum viable amount is collected.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, {@link
 * ListingRefused.PayoutClause}, and with every {@link ListingIncomplete} at once.
 */
@ApplicationScoped
@Transactional
public class SubmitListing {

  @Inject private Listings listings;
  @Inject private Completeness completeness;
  @Inject private Clock clock;

  /**
   * What to submit.
   *
   * @param payoutClause whether the owner accepts the payout from the minimum viable amount on
   */
  public record Command(Actor by, ListingId listing, boolean payoutClause) {}

  /** Submits it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    Instant now = clock.instant();
    listing.submit(now);
    completeness.require(listing, now);
    if (!command.payoutClause()) {
      throw new Refused(new ListingRefused.PayoutClause());
    }
    listings.save(listing);
  }
}
