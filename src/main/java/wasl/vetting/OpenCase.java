package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.vetting.CaseSteps.StepKind;
import wasl.vetting.Declarations.Interest;

/**
 * A reviewer declares interest or none, and opens the file. The first one without an interest moves
 * the listing into review; a declaration is made once, only stepping back is possible later.
 *
 * <p>Refusals: {@link VettingRefused.InterestMissing}, {@link VettingRefused.HasInterest}, {@link
 * VettingRefused.Recused}, {@link VettingRefused.CaseChanged}.
 */
@ApplicationScoped
@Transactional
public class OpenCase {
  @Inject private ReviewAccess access;
  @Inject private Declarations declarations;
  @Inject private Listings listings;
  @Inject private Cases cases;
  @Inject private CaseSteps steps;
  @Inject private Clock clock;

  /**
   * @param interest what the reviewer declares
   * @param reason why the reviewer steps back; may be null
   */
  public record Command(Actor by, CaseId file, Interest interest, String reason) {}

  public void handle(Command command) {
    if (command.interest() == null) {
      throw new Refused(new VettingRefused.InterestMissing());
    }
    Instant now = clock.instant();
    ReviewAccess.Opened opened = access.forDeclaring(command.by(), command.file());
    if (command.interest() == Interest.NONE) {
      access.refuseInterested(command.by().party(), opened);
    }
    declare(command, now);
    if (command.interest() == Interest.NONE && opened.file().state() == CaseState.NEW) {
      opened.file().open(now);
      cases.save(opened.file());
      opened.listing().open();
      listings.save(opened.listing());
      steps.add(command.file(), StepKind.OPENED, command.by().party(), null, now);
    }
  }

  private void declare(Command command, Instant now) {
    Interest before =
        declarations
            .of(command.file(), command.by().party())
            .map(Declarations.Declaration::interest)
            .orElse(null);
    if (before == Interest.RECUSED) {
      throw new Refused(new VettingRefused.Recused());
    }
    if (before != command.interest()) {
      String reason = PlainText.line(command.reason());
      declarations.add(
          command.file(),
          command.by().party(),
          new Declarations.Declaration(command.interest(), checked(reason), now));
      if (command.interest() == Interest.RECUSED) {
        steps.add(command.file(), StepKind.RECUSED, command.by().party(), null, now);
      }
    }
  }

  private static String checked(String reason) {
    if (reason != null && reason.length() > ConditionText.MOST) {
      throw new Refused(new VettingRefused.TextTooLong(ConditionText.MOST));
    }
    return reason;
  }
}
