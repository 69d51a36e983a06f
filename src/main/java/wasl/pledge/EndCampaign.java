package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import wasl.listing.Listing;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.shared.Sql;

/**
 * The deadline of a campaign: firm pledges that reach the goal are charged, otherwise every pledge
 * is released. Here the listing alone is moved, in one transaction; its pledges follow in the
 * portions of {@link RunPledges}, which its event starts.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class EndCampaign {

  /** How long cards are charged and repaired after the deadline. */
  public static final Duration COLLECTION_WINDOW = Duration.ofDays(8);

  @Inject private Listings listings;
  @Inject private Sql sql;
  @Inject private Clock clock;

  public record Command(Actor by, ListingId listing) {}

  /**
   * Ends the campaign if it is over; does nothing if it has been ended, moved or suspended
   * meanwhile.
   */
  public void handle(Command command) {
    Instant now = clock.instant();
    Listing listing = listings.lock(command.listing());
    if (listing.state() != ListingState.LIVE || now.isBefore(listing.deadline())) {
      return;
    }
    Money firm =
        Money.minor(
            sql.number(
                "SELECT COALESCE(SUM(amount_minor), 0) FROM pledge"
                    + " WHERE listing = ? AND state = 'FIRM'",
                command.listing().value()),
            listing.currency());
    if (firm.isLessThan(listing.goal())) {
      listing.missGoal(now);
    } else {
      listing.reachGoal(now, now.plus(COLLECTION_WINDOW));
    }
    listings.save(listing);
  }
}
