package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.Listing;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.shared.Refused;

/**
 * The gateway has saved the card: the pledge reflects or is firm. May be told any number of times,
 * by the webhook and by the investor's return.
 */
@ApplicationScoped
@Transactional
public class ConfirmPledge {

  @Inject private Listings listings;
  @Inject private Pledges pledges;
  @Inject private PledgeQueries queries;
  @Inject private Clock clock;

  public record Command(Actor by, PledgeId pledge) {}

  /**
   * Confirms a started pledge while its campaign runs and its cap has room; anything else is left
   * as it is. The end of the campaign locks the listing too, so that a pledge is either counted or
   * too late.
   *
   * @return the pledge's state; an ended one tells the caller that the card must be detached
   * @throws Refused {@link PledgeRefused.NotFound}
   */
  public PledgeState handle(Command command) {
    Listing listing = listings.lock(pledges.get(command.pledge()).listing());
    Pledge pledge = pledges.lock(command.pledge());
    if (pledge.state() != PledgeState.STARTED) {
      return pledge.state();
    }
    if (running(listing) && fits(listing, pledge)) {
      pledge.confirm(clock.instant());
    } else {
      pledge.expire(clock.instant());
    }
    pledges.save(pledge);
    return pledge.state();
  }

  /**
   * Whether the cap has room for it. It has, unless the application died after several had been
   * placed at once and before the last of them was taken back: then those that came first stay.
   */
  private boolean fits(Listing listing, Pledge pledge) {
    long cap = listing.cap().amountMinor();
    return queries.heldMinor(listing.id()) <= cap
        || queries.heldMinorUpTo(pledge.id(), listing.id()) <= cap;
  }

  private static boolean running(Listing listing) {
    return listing.state() == ListingState.LIVE
        || listing.state() == ListingState.SUSPENDED
            && listing.stateBeforeSuspension() == ListingState.LIVE;
  }
}
