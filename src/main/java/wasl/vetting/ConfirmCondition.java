package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.listing.Conditions;
import wasl.listing.ListingCondition;
import wasl.listing.ListingRefused;
import wasl.party.Actor;
import wasl.shared.Refused;
import wasl.vetting.CaseSteps.StepKind;

/**
 * A reviewer of the lead confirms that a condition is met, after the entrepreneur has said so.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link ListingRefused.NotFound}, {@link
 * ListingRefused.ConditionNotDone}.
 */
@ApplicationScoped
@Transactional
public class ConfirmCondition {
  @Inject private ReviewAccess access;
  @Inject private Conditions conditions;
  @Inject private CaseSteps steps;
  @Inject private Clock clock;

  /**
   * @param condition the id of the listing's condition
   */
  public record Command(Actor by, CaseId file, long condition) {}

  public void handle(Command command) {
    Instant now = clock.instant();
    ReviewAccess.Opened opened = access.forWork(command.by(), command.file());
    ListingCondition condition = conditions.lock(command.condition());
    if (!condition.listing().equals(opened.listing().id())) {
      throw new Refused(new ListingRefused.NotFound());
    }
    boolean first = condition.confirmedAt() == null;
    condition.confirm(command.by().party(), now);
    if (first) {
      steps.add(
          command.file(),
          StepKind.CONDITION_CONFIRMED,
          command.by().party(),
          condition.text(),
          now);
    }
  }
}
