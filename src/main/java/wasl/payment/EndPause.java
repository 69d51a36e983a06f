package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/** A finance officer lets charging go on; what was held back is due again. */
@ApplicationScoped
@Transactional
public class EndPause {

  @Inject private ChargePauses pauses;
  @Inject private ResumeCharging resume;
  @Inject private Clock clock;

  /**
   * @param listing whose pause ends; null for the one of all
   */
  public record Command(Actor by, ListingId listing) {}

  /**
   * Ends the pause.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.NotPaused}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    if (!pauses.end(command.listing(), command.by().party(), clock.instant())) {
      throw new Refused(new PaymentRefused.NotPaused());
    }
    resume.heldBack(command.listing());
  }
}
