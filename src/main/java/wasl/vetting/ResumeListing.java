package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.shared.Refused;
import wasl.vetting.CaseSteps.StepKind;

/**
 * A reviewer of the lead lets a suspended listing go on. Not while a colleague's proposal to stop
 * it waits: that is returned first.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link VettingRefused.CaseChanged}, {@link
 * wasl.listing.ListingRefused.StateChanged}.
 */
@ApplicationScoped
@Transactional
public class ResumeListing {
  @Inject private ReviewAccess access;
  @Inject private Listings listings;
  @Inject private CaseSteps steps;
  @Inject private Clock clock;

  public record Command(Actor by, CaseId file) {}

  public void handle(Command command) {
    Instant now = clock.instant();
    ReviewAccess.Opened opened = access.forWork(command.by(), command.file());
    if (opened.file().state() == CaseState.STOP_PROPOSED) {
      throw new Refused(new VettingRefused.CaseChanged(opened.file().state()));
    }
    opened.listing().resume(now);
    listings.save(opened.listing());
    steps.add(command.file(), StepKind.RESUMED, command.by().party(), null, now);
  }
}
