package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;
import wasl.shared.DomainEvent;
import wasl.vetting.CaseSteps.StepKind;

/** The system tells an institution, once for each run of its days, that a case is overdue. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class TellOverdue {
  @Inject private Cases cases;
  @Inject private CaseSteps steps;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  public record Command(Actor by, CaseId file) {}

  public void handle(Command command) {
    Instant now = clock.instant();
    Case file = cases.lock(command.file());
    if (file.tellOverdue(now)) {
      cases.save(file);
      steps.add(file.id(), StepKind.OVERDUE, null, null, now);
      events.fire(new VettingEvent.CaseOverdue(file.id(), file.listing(), file.institution()));
    }
  }
}
