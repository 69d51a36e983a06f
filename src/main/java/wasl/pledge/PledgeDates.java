package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import wasl.shared.Sql;

/** When time itself looks at a pledge again. */
@ApplicationScoped
public class PledgeDates {

  @Inject private Sql sql;

  /** Waits longer for the gateway's word on a started pledge. */
  @Transactional(TxType.REQUIRES_NEW)
  public void putOff(PledgeId pledge, Instant until) {
    sql.change(
        "UPDATE pledge SET due_at = ?, version = version + 1 WHERE id = ? AND state = 'STARTED'",
        until,
        pledge.value());
  }
}
