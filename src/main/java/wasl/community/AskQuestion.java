package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.Throttle;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.TextLang;
import wasl.vetting.Cases;

/**
 * Somebody with an account asks the owner of a published listing. The same form sent twice is one
 * question. It appears once the owner answers it or a moderator publishes it; never with a name.
 *
 * <p>Refusals: {@link AccessRefused.SignInNeeded}, {@link ListingRefused.NotFound}, {@link
 * CommunityRefused}, {@link wasl.party.PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class AskQuestion {
  @Inject private ListingQueries listings;
  @Inject private Questions questions;
  @Inject private Cases cases;
  @Inject private Throttle throttle;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * What is asked.
   *
   * @param key the form's own, 13 characters
   * @param address from where, for the limit; null for none
   */
  public record Command(Actor by, ListingId listing, String key, String text, String address) {}

  /**
   * Keeps it.
   *
   * @return its id
   */
  public long handle(Command command) {
    if (!command.by().signedIn()) {
      throw new Refused(new AccessRefused.SignInNeeded());
    }
    ListingFacts listing = listings.facts(command.listing());
    if (!listing.published()) {
      throw new Refused(new ListingRefused.NotFound());
    }
    Optional<Long> before = questions.sent(command.by().party(), command.key());
    if (before.isPresent()) {
      return before.get();
    }
    if (listing.owner().equals(command.by().party())) {
      throw new Refused(new CommunityRefused.OwnListing());
    }
    String text = Words.of(command.text(), Words.LEAST_QUESTION, Words.MOST_QUESTION);
    throttle.count(CommunityLimits.QUESTION_ACCOUNT, command.by().party().toString());
    throttle.count(CommunityLimits.QUESTION_ADDRESS, command.address());
    Question question =
        new Question(
            Ids.next(),
            listing.id(),
            command.by().party(),
            cases.leadOf(listing.id()).orElse(null),
            TextLang.of(text, command.by().lang()),
            text,
            QuestionState.LIFECYCLE.start(),
            clock.instant(),
            null,
            null,
            null,
            null);
    long kept = questions.add(question, command.key());
    if (kept == question.id()) {
      events.fire(new CommunityEvent.QuestionAsked(listing.id(), question.id()));
    }
    return kept;
  }
}
