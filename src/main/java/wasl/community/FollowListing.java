package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.party.Actor;
import wasl.shared.Ids;
import wasl.shared.Refused;

/**
 * Somebody with an account follows a published listing; again changes nothing but that letters
 * come.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused.SignInNeeded}, {@link ListingRefused.NotFound},
 * {@link CommunityRefused.TooManyFollows}, {@link wasl.party.PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class FollowListing {
  @Inject private ListingQueries listings;
  @Inject private FollowDoor door;
  @Inject private Follows follows;
  @Inject private Clock clock;

  public record Command(Actor by, ListingId listing) {}

  public void handle(Command command) {
    door.open(command.by());
    if (!listings.facts(command.listing()).published()) {
      throw new Refused(new ListingRefused.NotFound());
    }
    follows.add(
        new Follow(
            Ids.next(), command.by().party(), command.listing(), null, true, clock.instant()));
  }
}
