package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/**
 * Removes messages that were done 14 days of real time ago: long enough to look at what happened,
 * short enough to keep the table small.
 */
@ApplicationScoped
public class PurgeMessages implements DueWork {

  private static final int PORTION = 1_000;

  @Inject private Sql sql;

  @Override
  public String name() {
    return "outbox-purge";
  }

  /** Never by the application's clock: the outbox keeps the database's own time. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    int purged = 0;
    for (Lane lane : Lane.values()) {
      purged +=
          sql.change(
              "DELETE FROM outbox_message WHERE lane = ? AND state = 'DONE'"
                  + " AND due_at < UTC_TIMESTAMP(6) - INTERVAL 14 DAY LIMIT "
                  + PORTION,
              lane);
    }
    return purged;
  }
}
