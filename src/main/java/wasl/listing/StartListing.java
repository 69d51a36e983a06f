package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/**
 * An entrepreneur begins a draft, for a business of one's own or for a new one. The same command
 * again, also at the same time, begins nothing more.
 *
 * <p>Refuses with {@link ListingRefused.NotFound} for somebody else's business or listing, and with
 * {@link ListingRefused.TooManyDrafts}.
 */
@ApplicationScoped
@Transactional
public class StartListing {

  @Inject private Listings listings;
  @Inject private Businesses businesses;
  @Inject private ListingSections sections;
  @Inject private Clock clock;

  /**
   * What to begin.
   *
   * @param listing the id of the new listing, made where the form was made: a repeated form begins
   *     one draft only
   * @param business one of the owner's, or null for a new one
   */
  public record Command(Actor by, ListingId listing, BusinessId business) {}

  /** Begins it. */
  public void handle(Command command) {
    command.by().require(Permission.EDIT_OWN_LISTING);
    sections.take(command.listing());
    if (listings.find(command.listing()).isPresent()) {
      listings.getOwn(command.by(), command.listing());
      return;
    }
    listings.refuseWhenManyDrafts(command.by().party());
    Instant now = clock.instant();
    Business business;
    if (command.business() == null) {
      business = new Business(BusinessId.next(), command.by().party(), now);
      businesses.add(business);
    } else {
      business = businesses.get(command.business());
      if (!business.owner().equals(command.by().party())) {
        throw new Refused(new ListingRefused.NotFound());
      }
    }
    listings.save(new Listing(command.listing(), command.by().party(), business.id(), now));
  }
}
