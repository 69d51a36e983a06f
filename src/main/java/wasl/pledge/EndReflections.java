package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.DueWork;
import wasl.shared.EachAlone;
import wasl.shared.Sql;

/** Days of reflection that are over make pledges firm. */
@ApplicationScoped
public class EndReflections implements DueWork {

  private static final int PORTION = 100;

  @Inject private EndReflection end;
  @Inject private Sql sql;

  @Override
  public String name() {
    return "pledge-reflections";
  }

  @Override
  public Optional<Instant> nextDue() {
    return sql.one(
        "SELECT MIN(due_at) AS due FROM pledge WHERE due_at IS NOT NULL AND state = 'REFLECTING'",
        row -> Sql.instant(row, "due"));
  }

  @Override
  public int doDue(Instant now) {
    List<PledgeId> over =
        sql.list(
            "SELECT id FROM pledge WHERE due_at <= ? AND state = 'REFLECTING'"
                + " ORDER BY due_at LIMIT ?",
            row -> new PledgeId(row.getLong(1)),
            now,
            PORTION);
    return EachAlone.of(
        over,
        pledge -> {
          end.handle(new EndReflection.Command(Actor.SYSTEM, pledge));
          return 1;
        });
  }
}
