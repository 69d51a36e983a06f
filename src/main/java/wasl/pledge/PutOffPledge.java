package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import wasl.party.Actor;
import wasl.shared.Sql;

/** A started pledge waits longer for the gateway's word on its card. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class PutOffPledge {

  @Inject private Sql sql;

  public record Command(Actor by, PledgeId pledge, Instant until) {}

  /** Looks at the pledge again then; leaves one that no longer waits as it is. */
  public void handle(Command command) {
    sql.change(
        "UPDATE pledge SET due_at = ?, version = version + 1 WHERE id = ? AND state = 'STARTED'",
        command.until(),
        command.pledge().value());
  }
}
