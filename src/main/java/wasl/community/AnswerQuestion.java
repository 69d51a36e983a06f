package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.shared.DomainEvent;
import wasl.shared.Refused;
import wasl.shared.TextLang;

/**
 * The owner answers a question, once; question and answer are then on the page.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused}, {@link wasl.listing.ListingRefused.NotFound},
 * {@link CommunityRefused}.
 */
@ApplicationScoped
@Transactional
public class AnswerQuestion {
  @Inject private Listings listings;
  @Inject private Questions questions;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  public record Command(Actor by, long question, String text) {}

  public void handle(Command command) {
    Question question = questions.lock(command.question());
    listings.getOwn(command.by(), question.listing());
    String text = Words.of(command.text(), 1, Words.MOST_ANSWER);
    if (text.equals(question.answer())) {
      return;
    }
    if (question.answer() != null) {
      throw new Refused(new CommunityRefused.AnsweredAlready());
    }
    questions.answer(question, text, TextLang.of(text, command.by().lang()), clock.instant());
    events.fire(new CommunityEvent.QuestionAnswered(question.listing(), question.id()));
  }
}
