package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * A finance officer holds charging, of one listing or of all: from the next call on no card is
 * charged, on any node. Calls that have left already come to their end, and the gateway is still
 * asked about what is unknown.
 */
@ApplicationScoped
@Transactional
public class PauseCharging {

  private static final int LONGEST_REASON = 500;

  @Inject private ChargePauses pauses;
  @Inject private Clock clock;

  /**
   * @param listing whose charges are held; null for all
   */
  public record Command(Actor by, ListingId listing, String reason) {}

  /**
   * Pauses.
   *
   * @throws Refused {@code AccessRefused}, {@link PaymentRefused.NoReason}, {@link
   *     PaymentRefused.AlreadyPaused}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    String reason = PlainText.line(command.reason());
    if (reason == null || reason.length() > LONGEST_REASON) {
      throw new Refused(new PaymentRefused.NoReason(LONGEST_REASON));
    }
    if (!pauses.begin(command.listing(), reason, command.by().party(), clock.instant())) {
      throw new Refused(new PaymentRefused.AlreadyPaused());
    }
  }
}
