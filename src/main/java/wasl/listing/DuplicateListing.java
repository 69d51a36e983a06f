package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import wasl.party.Actor;

/**
 * The owner begins a new draft with what an earlier listing says: words, budget, milestones, risks,
 * terms, cover and gallery, for the same business. Left out is what has to be new: the milestones'
 * due dates and the documents; and of course how it went. Budget lines in dinars are priced at
 * today's rate. The same command again copies nothing more.
 *
 * <p>Refuses with {@link ListingRefused.NotFound} for somebody else's listing, {@link
 * ListingRefused.TooManyDrafts}, {@link ListingRefused.RateMissing}.
 */
@ApplicationScoped
@Transactional
public class DuplicateListing {

  @Inject private Listings listings;
  @Inject private ListingSections sections;
  @Inject private SaveSection saveSection;
  @Inject private Media media;
  @Inject private Clock clock;

  /**
   * What to copy.
   *
   * @param as the id of the new listing, made where the form was made
   */
  public record Command(Actor by, ListingId from, ListingId as) {}

  /** Copies it. */
  public void handle(Command command) {
    Listing from = listings.getOwn(command.by(), command.from());
    sections.take(command.as());
    if (listings.find(command.as()).isPresent()) {
      listings.getOwn(command.by(), command.as());
      return;
    }
    listings.refuseWhenManyDrafts(command.by().party());
    listings.save(
        new Listing(command.as(), command.by().party(), from.business(), clock.instant()));
    ListingContent content = sections.load(from);
    for (Section section : Section.values()) {
      // the business is not copied: it is the same one
      if (section != Section.BUSINESS && content.version(section) > 0) {
        saveSection.handle(
            new SaveSection.Command(command.by(), command.as(), 0, renewed(content.part(section))));
      }
    }
    media.copyPictures(from.id(), command.as(), clock.instant());
  }

  private static ListingContent.Part renewed(ListingContent.Part part) {
    if (!(part instanceof ListingContent.Milestones milestones)) {
      return part;
    }
    List<ListingContent.Milestone> undated =
        milestones.list().stream()
            .map(
                each ->
                    new ListingContent.Milestone(
                        each.title(), each.basisPoints(), null, each.evidence()))
            .toList();
    return new ListingContent.Milestones(undated);
  }
}
