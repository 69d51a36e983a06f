package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.EachAlone;
import wasl.shared.GatewayWork;
import wasl.shared.Sql;

/**
 * A day without a card ends a pledge, as does the deadline of its campaign. The gateway is asked
 * first; while it is silent the pledge is asked about again from time to time.
 */
@ApplicationScoped
public class ExpirePledges implements GatewayWork {

  private static final int PORTION = 100;

  /** How long a pledge is not asked for again while the gateway is silent. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Inject private ExpirePledge expire;
  @Inject private CardAtGateway cards;
  @Inject private PutOffPledge putOff;
  @Inject private Sql sql;

  @Override
  public String name() {
    return "pledge-dates";
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.one(
        "SELECT MIN(due_at) AS due FROM pledge WHERE due_at IS NOT NULL AND state = 'STARTED'",
        row -> Sql.instant(row, "due"));
  }

  @Override
  public int doDue(Instant now) {
    return EachAlone.of(atTheDeadline(now), one -> ask(one, now))
        + EachAlone.of(afterTheirDay(now), one -> ask(one, now));
  }

  /** Those for which a campaign waits that is over, once; whoever is put off waits in the other. */
  private List<PledgeId> atTheDeadline(Instant now) {
    return sql.list(
        "SELECT p.id FROM listing l JOIN pledge p ON p.listing = l.id AND p.state = 'STARTED'"
            + " AND p.due_at = p.placed_at + INTERVAL ? SECOND"
            + " WHERE l.state = 'LIVE' AND l.deadline <= ? ORDER BY l.deadline, p.id LIMIT ?",
        row -> new PledgeId(row.getLong(1)),
        Pledge.WAITS_FOR_CARD.toSeconds(),
        now,
        PORTION);
  }

  private List<PledgeId> afterTheirDay(Instant now) {
    return sql.list(
        "SELECT id FROM pledge WHERE due_at <= ? AND state = 'STARTED' ORDER BY due_at LIMIT ?",
        row -> new PledgeId(row.getLong(1)),
        now,
        PORTION);
  }

  private int ask(PledgeId pledge, Instant now) {
    switch (cards.look(pledge)) {
      case NONE -> expire.handle(new ExpirePledge.Command(Actor.SYSTEM, pledge));
      case UNKNOWN ->
          putOff.handle(new PutOffPledge.Command(Actor.SYSTEM, pledge, now.plus(PAUSE)));
      case SAVED -> {
        // the pledge has been told
      }
    }
    return 1;
  }
}
