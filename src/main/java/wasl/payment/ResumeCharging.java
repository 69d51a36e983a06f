package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import wasl.listing.ListingEvent;
import wasl.party.PartyId;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;
import wasl.pledge.Pledges;
import wasl.shared.Sql;

/** After a suspension the charges that were held back are due again. */
@ApplicationScoped
public class ResumeCharging {

  @Inject private Pledges pledges;
  @Inject private Sql sql;

  private record Held(PledgeId pledge, PartyId investor) {}

  void on(@Observes ListingEvent.ListingResumed event) {
    List<Held> held =
        sql.list(
            "SELECT id, investor FROM pledge WHERE listing = ? AND state = 'CHARGING'",
            row -> new Held(new PledgeId(row.getLong(1)), new PartyId(row.getLong(2))),
            event.listing().value());
    for (Held one : held) {
      pledges.announce(
          new PledgeEvent.PledgeChargeDue(one.pledge(), event.listing(), one.investor()));
    }
  }
}
