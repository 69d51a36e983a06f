package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/**
 * An investor promises money to a live listing. Works while the gateway is down: the card comes
 * later.
 *
 * <p>The cap holds without a lock on the listing as long as it is far: the pledge is committed, and
 * then counted with everything that was committed beside it; in the rare case that together they
 * are too much, it is taken back before anybody hears of it. Within 5 % of the cap the listing is
 * locked first. No transaction of its own: what is counted after the commit must be outside it.
 */
@ApplicationScoped
public class PlacePledge {

  private static final int LONGEST_KEY = 255;
  private static final int MOST_TRIES = 10;

  @Inject private EnterPledge enter;
  @Inject private TakeBackPledge takeBack;
  @Inject private ListingQueries listings;
  @Inject private HeldAmounts held;
  @Inject private Clock clock;

  /**
   * @param tip beside the amount, may be zero
   * @param publicName whether the investor's name may be shown
   * @param consented the explicit consent that some countries' rules ask for
   * @param mandateAccepted whether the {@link Mandate} text was accepted
   * @param mandateHash of the very words that were shown; null where none were: then those in the
   *     actor's own language count
   * @param key the request's own key: the same key and content again is the same pledge
   */
  public record Command(
      Actor by,
      ListingId listing,
      Money amount,
      Money tip,
      boolean publicName,
      boolean consented,
      boolean mandateAccepted,
      String mandateHash,
      String key) {

    /** Where the words of the mandate were not shown here: by a program. */
    public Command(
        Actor by,
        ListingId listing,
        Money amount,
        Money tip,
        boolean publicName,
        boolean consented,
        boolean mandateAccepted,
        String key) {
      this(by, listing, amount, tip, publicName, consented, mandateAccepted, null, key);
    }

    /** What makes two requests the same, hashed. */
    String hash() {
      return Secrets.sha256(
          listing + "|" + amount + "|" + tip + "|" + publicName + "|" + consented);
    }
  }

  /**
   * @param view the pledge as it was placed; as it is now where it is repeated
   * @param repeated whether the key had placed it before
   */
  public record Placed(PledgeView view, boolean repeated) {

    /** The pledge's id. */
    public PledgeId pledge() {
      return view.id();
    }
  }

  /**
   * Places the pledge, once for each key.
   *
   * @throws Refused the rules of {@link PledgePolicy}; {@link PledgeRefused.MandateNeeded}, {@link
   *     PledgeRefused.MandateChanged}, {@link PledgeRefused.IdempotencyKeyMissing}, {@link
   *     PledgeRefused.IdempotencyKeyReused}; {@code ListingRefused.NotFound}
   */
  public Placed handle(Command command) {
    command.by().require(Permission.PLACE_PLEDGE);
    if (command.key() == null || command.key().isBlank() || command.key().length() > LONGEST_KEY) {
      throw new Refused(new PledgeRefused.IdempotencyKeyMissing());
    }
    if (!command.mandateAccepted()) {
      throw new Refused(new PledgeRefused.MandateNeeded());
    }
    EnterPledge.Entered entered = enter(command);
    if (!entered.repeated()) {
      countAfterwards(command.listing(), entered);
    }
    return new Placed(entered.view(), entered.repeated());
  }

  /**
   * When the first of several with the same key is refused, those that waited for it are in each
   * other's way, and the database chooses a victim: it simply tries again.
   */
  private EnterPledge.Entered enter(Command command) {
    for (int tries = 1; ; tries++) {
      EnterPledge.Command seen =
          new EnterPledge.Command(
              command.by(),
              command,
              listings.current(command.listing()),
              held.lastSeen(command.listing()),
              // as exact as the database keeps it, so that it is answered the same ever after
              clock.instant().truncatedTo(ChronoUnit.MICROS));
      try {
        return seen.nearCap() ? enter.handleNearCap(seen) : enter.handle(seen);
      } catch (Sql.DatabaseFault fault) {
        if (!fault.deadlock() || tries == MOST_TRIES) {
          throw fault;
        }
      }
    }
  }

  private void countAfterwards(ListingId listing, EnterPledge.Entered entered) {
    long now = held.after(listing, entered.pledge());
    if (now > entered.capMinor()) {
      takeBack.handle(
          new TakeBackPledge.Command(Actor.SYSTEM, listing, entered.pledge(), clock.instant()));
    }
  }
}
