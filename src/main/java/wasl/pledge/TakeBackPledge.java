package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import wasl.listing.ListingId;
import wasl.listing.Listings;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * Several pledges that were placed at once were together more than the cap: this one is taken back,
 * if all together are still too much with the listing locked. Its key is free again: nothing was
 * placed.
 */
@ApplicationScoped
@Transactional(value = TxType.REQUIRES_NEW, dontRollbackOn = Refused.class)
public class TakeBackPledge {

  @Inject private Listings listings;
  @Inject private Pledges pledges;
  @Inject private PledgeQueries queries;
  @Inject private Sql sql;

  public record Command(Actor by, ListingId listing, PledgeId pledge, Instant now) {}

  /**
   * Counts again, and takes the pledge back where that is needed.
   *
   * @throws Refused {@link PledgeRefused.CapReached} where it was taken back
   */
  public void handle(Command command) {
    long cap = listings.lock(command.listing()).cap().amountMinor();
    long held = queries.heldMinor(command.listing());
    Pledge pledge = pledges.lock(command.pledge());
    if (held <= cap || pledge.state() != PledgeState.STARTED) {
      return;
    }
    pledge.takeBack(command.now());
    pledges.save(pledge);
    sql.change("DELETE FROM pledge_request WHERE pledge = ?", command.pledge().value());
    long left = cap - (held - pledge.amount().amountMinor());
    throw new Refused(
        new PledgeRefused.CapReached(Money.minor(Math.max(0, left), pledge.amount().currency())));
  }
}
