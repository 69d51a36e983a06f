package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.Listing;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/**
 * An investor leaves: at any time while reflecting, until 48 hours before the deadline when firm.
 */
@ApplicationScoped
@Transactional
public class CancelPledge {

  @Inject private Listings listings;
  @Inject private Pledges pledges;
  @Inject private Clock clock;

  public record Command(Actor by, PledgeId pledge) {}

  /**
   * Cancels. The listing is locked, so that the end of its campaign counts either with the pledge
   * or without.
   *
   * @throws Refused {@link PledgeRefused.NotFound}, {@link PledgeRefused.StateChanged}, {@link
   *     PledgeRefused.CancelClosed}
   */
  public void handle(Command command) {
    command.by().require(Permission.MANAGE_OWN_PLEDGE);
    Listing listing = listings.lock(pledges.get(command.pledge()).listing());
    Pledge pledge = pledges.lock(command.pledge());
    if (!pledge.investor().equals(command.by().party())) {
      throw new Refused(new PledgeRefused.NotFound());
    }
    // a pause of the campaign stops its clock; one of the collection comes after the deadline
    boolean paused =
        listing.state() == ListingState.SUSPENDED
            && listing.stateBeforeSuspension() != ListingState.COLLECTING;
    pledge.cancel(paused ? null : listing.deadline(), clock.instant());
    pledges.save(pledge);
  }
}
