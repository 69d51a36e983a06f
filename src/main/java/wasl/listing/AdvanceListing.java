package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;

/** Time has come for a listing: a scheduled one starts, an approval that was not used lapses. */
@ApplicationScoped
public class AdvanceListing {

  @Inject private Listings listings;
  @Inject private Clock clock;

  /** Which listing; by the system. */
  public record Command(Actor by, ListingId listing) {}

  /** Does what is due by now; nothing where somebody else was faster. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void handle(Command command) {
    Listing listing = listings.lock(command.listing());
    Instant now = clock.instant();
    if (listing.state() == ListingState.SCHEDULED && !now.isBefore(listing.opensAt())) {
      listing.start(now);
    } else if (listing.state() == ListingState.APPROVED && !now.isBefore(listing.lapsesAt())) {
      listing.lapse(now);
    }
    listings.save(listing);
  }
}
