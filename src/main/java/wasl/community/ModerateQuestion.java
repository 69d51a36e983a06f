package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;
import wasl.shared.DomainEvent;

/**
 * A moderator publishes a question, hides it with a reason that its asker gets, or puts it back.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused}, {@link CommunityRefused}.
 */
@ApplicationScoped
@Transactional
public class ModerateQuestion {
  @Inject private Moderators moderators;
  @Inject private Questions questions;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * What is done.
   *
   * @param hide whether it is hidden; else it is published
   * @param reason for hiding
   */
  public record Command(Actor by, long question, boolean hide, String reason) {}

  public void handle(Command command) {
    Question question = questions.lock(command.question());
    moderators.require(command.by(), question.listing(), question.lead());
    QuestionState wanted = command.hide() ? QuestionState.HIDDEN : QuestionState.PUBLISHED;
    if (question.state() == wanted) {
      return;
    }
    if (command.hide()) {
      String reason = Words.reason(command.reason());
      questions.move(question, QuestionAction.HIDE, command.by(), reason, clock.instant());
      events.fire(new CommunityEvent.QuestionHidden(question.listing(), question.id()));
      return;
    }
    QuestionAction action =
        question.state() == QuestionState.HIDDEN ? QuestionAction.RESTORE : QuestionAction.PASS;
    questions.move(question, action, command.by(), null, clock.instant());
    events.fire(new CommunityEvent.QuestionPublished(question.listing(), question.id()));
  }
}
