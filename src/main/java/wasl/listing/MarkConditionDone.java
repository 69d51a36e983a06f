package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * The owner says that a condition of the approval is met; the lead institution confirms it.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.NoteTooLong}.
 */
@ApplicationScoped
@Transactional
public class MarkConditionDone {

  @Inject private Listings listings;
  @Inject private Conditions conditions;
  @Inject private Clock clock;

  /**
   * Which condition.
   *
   * @param note what was done; may be null
   */
  public record Command(Actor by, ListingId listing, long condition, String note) {}

  /** Marks it. */
  public void handle(Command command) {
    Listing listing = listings.lockOwn(command.by(), command.listing());
    ListingCondition condition = conditions.lock(command.condition());
    if (!condition.listing().equals(listing.id())) {
      throw new Refused(new ListingRefused.NotFound());
    }
    String note = PlainText.lines(command.note());
    if (note != null && note.length() > ContentLimits.PARAGRAPH) {
      throw new Refused(new ListingRefused.NoteTooLong(ContentLimits.PARAGRAPH));
    }
    condition.markDone(note, clock.instant());
  }
}
