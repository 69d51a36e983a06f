package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import wasl.listing.Listing;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.party.Throttle;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.TextLang;
import wasl.vetting.Cases;

/**
 * The owner tells everybody, or investors only, how the project goes. The same form sent twice is
 * one update.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused}, {@link wasl.listing.ListingRefused.NotFound},
 * {@link CommunityRefused}, {@link wasl.party.PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class PublishUpdate {
  @Inject private Listings listings;
  @Inject private ListingQueries queries;
  @Inject private Updates updates;
  @Inject private Cases cases;
  @Inject private Throttle throttle;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * What is told.
   *
   * @param key the form's own, 13 characters
   * @param text Markdown
   */
  public record Command(
      Actor by, ListingId listing, String key, Audience audience, String title, String text) {}

  /**
   * Publishes it.
   *
   * @return its id
   */
  public long handle(Command command) {
    Listing listing = listings.getOwn(command.by(), command.listing());
    ListingFacts facts = queries.facts(listing.id());
    Optional<Long> before = updates.sent(command.by().party(), command.key());
    if (before.isPresent()) {
      return before.get();
    }
    if (!facts.published()) {
      throw new Refused(new CommunityRefused.NotPublished());
    }
    String title = Words.title(command.title());
    String text = Words.of(command.text(), 1, Words.MOST_UPDATE);
    throttle.count(CommunityLimits.UPDATE_ACCOUNT, command.by().party().toString());
    ListingUpdate update =
        new ListingUpdate(
            Ids.next(),
            listing.id(),
            command.by().party(),
            cases.leadOf(listing.id()).orElse(null),
            command.audience(),
            TextLang.of(title + " " + text, command.by().lang()),
            title,
            text,
            UpdateState.LIFECYCLE.start(),
            clock.instant(),
            null);
    long kept = updates.add(update, command.key());
    if (kept == update.id()) {
      events.fire(new CommunityEvent.UpdatePublished(listing.id(), update.id(), update.audience()));
    }
    return kept;
  }
}
