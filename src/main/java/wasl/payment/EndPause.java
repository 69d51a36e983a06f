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
 * windows move by the pause. Of a pause of one listing and one of all what lies in both counts
 * once.
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
    ChargePauses.Pause ending =
        pauses
            .open(command.listing())
            .orElseThrow(() -> new Refused(new PaymentRefused.NotPaused()));
    if (!pauses.end(command.listing(), command.by().party(), now)) {
      throw new Refused(new PaymentRefused.NotPaused());
    }
    List<ListingId> held =
        command.listing() == null ? campaigns.inCollection() : List.of(command.listing());
    held.forEach(listing -> prolong(listing, ending, now));
    resume.heldBack(command.listing());
  }

  /** By what of the pause lies in no other that has counted: one that still holds counts then. */
  private void prolong(ListingId id, ChargePauses.Pause ending, Instant now) {
    Listing listing = listings.lock(id);
    Instant from = later(ending.pausedAt(), listing.deadline());
    for (ChargePauses.Pause other : pauses.endedSince(id, from)) {
      if (other.id() == ending.id()) {
        continue;
      }
      if (other.pausedAt().isAfter(from)) {
        listing.prolongCollection(from, other.pausedAt());
      }
      from = later(from, other.resumedAt());
    }
    listing.prolongCollection(from, now);
    listings.save(listing);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
