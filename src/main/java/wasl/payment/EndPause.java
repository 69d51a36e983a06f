package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import wasl.listing.Campaigns;
import wasl.listing.Listing;
import wasl.listing.ListingId;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/**
 * A finance officer lets charging go on; what was held back is due again, and the collection
 * windows move by the pause.
 */
@ApplicationScoped
@Transactional
public class EndPause {

  @Inject private ChargePauses pauses;
  @Inject private ResumeCharging resume;
  @Inject private Campaigns campaigns;
  @Inject private Listings listings;
  @Inject private Clock clock;

  /**
   * @param listing whose pause ends; null for the one of all
   */
  public record Command(Actor by, ListingId listing) {}

  /**
   * Ends the pause.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.NotPaused}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    Instant now = clock.instant();
    Instant pausedAt =
        pauses
            .open(command.listing())
            .orElseThrow(() -> new Refused(new PaymentRefused.NotPaused()))
            .pausedAt();
    if (!pauses.end(command.listing(), command.by().party(), now)) {
      throw new Refused(new PaymentRefused.NotPaused());
    }
    List<ListingId> held =
        command.listing() == null ? campaigns.collecting() : List.of(command.listing());
    held.forEach(listing -> prolong(listing, pausedAt, now));
    resume.heldBack(command.listing());
  }

  private void prolong(ListingId id, Instant pausedAt, Instant now) {
    Listing listing = listings.lock(id);
    listing.prolongCollection(pausedAt, now);
    listings.save(listing);
  }
}
