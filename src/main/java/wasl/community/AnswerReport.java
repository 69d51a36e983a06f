package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import wasl.party.Actor;
import wasl.shared.DomainEvent;

/**
 * A moderator answers a report; the reporter gets the answer where there is a way.
 *
 * <p>Refusals: {@link wasl.party.AccessRefused}, {@link CommunityRefused}.
 */
@ApplicationScoped
@Transactional
public class AnswerReport {
  @Inject private Moderators moderators;
  @Inject private Reports reports;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  public record Command(Actor by, long report, ReportAction action, String text) {}

  public void handle(Command command) {
    AbuseReport report = reports.lock(command.report());
    moderators.require(command.by(), report.listing(), report.lead());
    String text = Words.of(command.text(), Words.LEAST_REASON, Words.MOST_REPORT);
    if (text.equals(report.answer())
        && Objects.equals(command.by().party(), report.answeredBy())
        && !report.allows(command.action())) {
      return;
    }
    ReportState state =
        reports.answer(report, command.action(), text, command.by(), clock.instant());
    events.fire(new CommunityEvent.ReportAnswered(report.listing(), report.id(), state));
  }
}
