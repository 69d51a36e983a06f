package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.shared.Sql;

/**
 * The operator has mended what made messages fail: they are due now, with all their attempts before
 * them. What is done stays done, so a second click changes nothing.
 */
@ApplicationScoped
@Transactional
public class RetryMessages {

  @Inject private Sql sql;

  /**
   * Tries again.
   *
   * @param id the message; null for all that wait for the operator
   * @return how many
   */
  public int handle(Long id) {
    String again =
        "UPDATE outbox_message SET state = 'PENDING', attempts = 0, leased_by = NULL,"
            + " due_at = UTC_TIMESTAMP(6) WHERE ";
    return id == null
        ? sql.change(again + "state = 'FAILED'")
        : sql.change(
            again + "id = ? AND (state = 'FAILED' OR leased_by IS NULL AND state = 'PENDING')", id);
  }
}
