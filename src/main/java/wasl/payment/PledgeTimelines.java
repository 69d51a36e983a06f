package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Sql;

/** Reads what pledge and payment know of a pledge for its time line. */
@ApplicationScoped
public class PledgeTimelines {

  @Inject private PledgeQueries pledges;
  @Inject private Attempts attempts;
  @Inject private Repairs repairs;
  @Inject private Receipts receipts;
  @Inject private Sql sql;
  @Inject private Clock clock;

  /** The time line of a pledge that the reader may see. */
  public List<PledgeMoment> of(PledgeView pledge) {
    List<Attempt> all = attempts.of(pledge.id());
    return PledgeTimeline.of(
        new PledgeTimeline.Known(
            pledge,
            pledges.steps(pledge.id()),
            all,
            repairs.find(pledge.id()).orElse(null),
            all.stream().flatMap(one -> receipts.refunds(one).stream()).toList(),
            disputes(pledge),
            clock.instant()));
  }

  private List<PledgeTimeline.Dispute> disputes(PledgeView pledge) {
    return sql.list(
        "SELECT state, opened_at, closed_at FROM payment_dispute WHERE pledge = ?"
            + " ORDER BY opened_at",
        row ->
            new PledgeTimeline.Dispute(
                row.getString("state"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "closed_at")),
        pledge.id().value());
  }
}
