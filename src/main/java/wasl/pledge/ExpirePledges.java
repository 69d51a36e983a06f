package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;
import wasl.shared.Sql;

/**
 * What time alone does to pledges: a day without a card ends them, days of reflection that are over
 * make them firm.
 */
@ApplicationScoped
public class ExpirePledges implements DueWork {

  private static final int PORTION = 100;

  /** How long after its day a pledge is not asked for again while the gateway is silent. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Inject private ExpirePledge expire;
  @Inject private EndReflection endReflection;
  @Inject private CardAtGateway cards;
  @Inject private PutOffPledge putOff;
  @Inject private Sql sql;

  private record Due(PledgeId pledge, PledgeState state) {}

  @Override
  public String name() {
    return "pledge-dates";
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.one(
        "SELECT MIN(due_at) AS due FROM pledge WHERE due_at IS NOT NULL",
        row -> Sql.instant(row, "due"));
  }

  @Override
  public int doDue(Instant now) {
    List<Due> due =
        sql.list(
            "SELECT id, state FROM pledge WHERE due_at <= ? ORDER BY due_at LIMIT ?",
            row -> new Due(new PledgeId(row.getLong(1)), PledgeState.valueOf(row.getString(2))),
            now,
            PORTION);
    return EachAlone.of(due, one -> pass(one, now));
  }

  private int pass(Due due, Instant now) {
    if (due.state() == PledgeState.REFLECTING) {
      endReflection.handle(new EndReflection.Command(Actor.SYSTEM, due.pledge()));
      return 1;
    }
    switch (cards.look(due.pledge())) {
      case NONE -> expire.handle(new ExpirePledge.Command(Actor.SYSTEM, due.pledge()));
      case UNKNOWN ->
          putOff.handle(new PutOffPledge.Command(Actor.SYSTEM, due.pledge(), now.plus(PAUSE)));
      case SAVED -> {
        // the pledge has been told
      }
    }
    return 1;
  }
}
