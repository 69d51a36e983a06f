package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.party.Actor;

/**
 * The owner removes a picture or a document; one that is gone already is no fault.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, {@link
 * ListingRefused.SectionClosed}.
 */
@ApplicationScoped
@Transactional
public class RemoveMedia {

  @Inject private Listings listings;
  @Inject private Media media;

  /** What to remove. */
  public record Command(Actor by, ListingId listing, long media) {}

  /** Removes it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    listing.edit(Section.FILES);
    media.remove(listing.id(), command.media());
    listings.save(listing);
  }
}
