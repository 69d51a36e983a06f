package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import wasl.listing.ListingEvent;
import wasl.listing.ListingId;
import wasl.party.PartyId;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;
import wasl.pledge.Pledges;
import wasl.shared.Sql;

/** After a suspension or a pause the charges that were held back are due again. */
@ApplicationScoped
public class ResumeCharging {

  @Inject private Pledges pledges;
  @Inject private Sql sql;

  private record Held(PledgeId pledge, ListingId listing, PartyId investor) {}

  void on(@Observes ListingEvent.ListingResumed event) {
    heldBack(event.listing());
  }

  /**
   * Makes them due, in the caller's transaction. An attempt that is open is asked about by itself.
   *
   * @param listing whose; null for all
   */
  void heldBack(ListingId listing) {
    Long only = listing == null ? null : listing.value();
    List<Held> held =
        sql.list(
            "SELECT p.id, p.listing, p.investor FROM pledge p"
                + " JOIN listing l ON l.id = p.listing AND l.state IN ('COLLECTING', 'SUSPENDED')"
                + " WHERE p.state = 'CHARGING' AND (? IS NULL OR p.listing = ?)"
                + " AND NOT EXISTS (SELECT 1 FROM payment_attempt a WHERE a.pledge = p.id"
                + " AND a.ask_at IS NOT NULL)",
            row ->
                new Held(
                    new PledgeId(row.getLong(1)),
                    new ListingId(row.getLong(2)),
                    new PartyId(row.getLong(3))),
            only,
            only);
    for (Held one : held) {
      pledges.announce(
          new PledgeEvent.PledgeChargeDue(one.pledge(), one.listing(), one.investor()));
    }
  }
}
