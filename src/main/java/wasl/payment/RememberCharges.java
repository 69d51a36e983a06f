package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;
import wasl.pledge.Pledges;
import wasl.shared.Sql;

/**
 * Makes charges due again that nobody is about to make: an investor's payment whose process died
 * after the pledge was put to charging and before the attempt was written down would stay charging
 * for ever, and its campaign's window open.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class RememberCharges {

  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
  private static final int PORTION = 200;

  @Inject private Pledges pledges;
  @Inject private Sql sql;
  @Inject private Clock clock;

  public record Command(Actor by) {}

  private record Forgotten(PledgeId pledge, ListingId listing, PartyId investor) {}

  /**
   * Looks for them while the charge lane has nothing to do: what waits there is not forgotten.
   *
   * @return how many were made due again
   */
  public int handle(Command command) {
    List<Forgotten> forgotten =
        sql.list(
            "SELECT p.id, p.listing, p.investor FROM listing l"
                + " JOIN pledge p ON p.listing = l.id AND p.state = 'CHARGING'"
                + " WHERE l.state = 'COLLECTING'"
                + " AND NOT EXISTS (SELECT 1 FROM payment_attempt a WHERE a.pledge = p.id"
                + " AND a.ask_at IS NOT NULL)"
                + " AND NOT EXISTS (SELECT 1 FROM payment_pause h WHERE h.open_mark = 1"
                + " AND h.listing IN (0, l.id))"
                + " AND NOT EXISTS (SELECT 1 FROM outbox_message o WHERE o.lane = 'CHARGE'"
                + " AND o.state = 'PENDING')"
                + " AND (SELECT MAX(m.at) FROM pledge_movement m WHERE m.pledge = p.id"
                + " AND m.state = 'CHARGING') < ? ORDER BY p.id LIMIT ?",
            row ->
                new Forgotten(
                    new PledgeId(row.getLong(1)),
                    new ListingId(row.getLong(2)),
                    new PartyId(row.getLong(3))),
            clock.instant().minus(FORGOTTEN_AFTER),
            PORTION);
    for (Forgotten one : forgotten) {
      pledges.announce(
          new PledgeEvent.PledgeChargeDue(one.pledge(), one.listing(), one.investor()));
    }
    return forgotten.size();
  }
}
