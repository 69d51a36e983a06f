package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.vetting.CaseSteps.StepKind;

/**
 * A reviewer of the lead suspends a listing, at once and alone, with a reason that is published: no
 * pledges, no charges, no tranches until it is resumed.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link VettingRefused.ReasonTooShort}, {@link
 * wasl.listing.ListingRefused.StateChanged}.
 */
@ApplicationScoped
@Transactional
public class SuspendListing {
  @Inject private ReviewAccess access;
  @Inject private Listings listings;
  @Inject private CaseSteps steps;
  @Inject private Clock clock;

  /**
   * @param reason published on the listing
   */
  public record Command(Actor by, CaseId file, String reason) {}

  public void handle(Command command) {
    String reason = Reasons.published(command.reason());
    Instant now = clock.instant();
    ReviewAccess.Opened opened = access.forWork(command.by(), command.file());
    opened.listing().suspend(reason, now);
    listings.save(opened.listing());
    steps.add(command.file(), StepKind.SUSPENDED, command.by().party(), reason, now);
  }
}
