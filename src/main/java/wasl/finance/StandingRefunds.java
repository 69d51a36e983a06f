package wasl.finance;

import static wasl.task.TaskFact.code;
import static wasl.task.TaskFact.instant;
import static wasl.task.TaskFact.money;
import static wasl.task.TaskFact.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Sql;
import wasl.task.FinanceTasks;
import wasl.task.TaskFact;

/** Refunds that are neither done nor failed or that failed, and disputes that wait. */
@ApplicationScoped
public class StandingRefunds {

  private static final Duration TOLD_FOR = Duration.ofDays(1);
  private static final Duration PENDING_FOR = Duration.ofDays(10);

  /** Banks take up to 75 days from the answer, a little longer over all. */
  private static final Duration DISPUTED_FOR = Duration.ofDays(100);

  /**
   * What two officers have approved that the platform bears of a refund; what is tried again after
   * the gateway refused it was approved before.
   */
  private static final String APPROVED =
      "COALESCE((SELECT MAX(q.loss_minor) FROM payment_refund o"
          + " JOIN finance_refund_request q ON q.id = o.request"
          + " WHERE o.attempt = payment_refund.attempt AND (o.id = payment_refund.id"
          + " OR payment_refund.reason = 'OFFICERS' AND o.resolved = 'RETRIED'"
          + " AND o.amount_minor = payment_refund.amount_minor"
          + " AND o.tip_minor = payment_refund.tip_minor)), 0)";

  private static final String REFUNDS = "/finance/refunds";
  private static final int MOST = 500;

  @Inject private FinanceTasks tasks;
  @Inject private Sql sql;

  private record Row(long id, PledgeId pledge, Money amount, Money loss, String why, Instant at) {}

  void look(Instant now) {
    standing(now);
    failed();
    losses();
    disputes(now);
  }

  private void standing(Instant now) {
    keep(
        FinanceTask.REFUND_STANDS,
        "(state = 'STARTED' AND asked_at < ?) OR (state = 'PENDING' AND asked_at < ?)",
        now.minus(TOLD_FOR),
        now.minus(PENDING_FOR));
  }

  private void failed() {
    keep(FinanceTask.REFUND_FAILED, "state = 'FAILED' AND resolved IS NULL");
  }

  private void keep(FinanceTask kind, String where, Object... values) {
    List<String> found = new ArrayList<>();
    for (Row one : refunds(where, values)) {
      found.add(Ids.text(one.id()));
      tasks.open(kind, Ids.text(one.id()), REFUNDS, facts(one));
    }
    tasks.keepOnly(kind, found);
  }

  /** Stays open until an officer says how it was dealt with; closed, it is not opened again. */
  private void losses() {
    for (Row one :
        refunds(
            "loss_minor > 0 AND loss_minor > "
                + APPROVED
                + " AND NOT EXISTS (SELECT 1 FROM task t"
                + " WHERE t.kind = '"
                + FinanceTask.LOSS_UNAPPROVED.key()
                + "' AND t.subject = CONCAT('loss-', payment_refund.id))")) {
      tasks.open(
          FinanceTask.LOSS_UNAPPROVED,
          "loss-" + one.id(),
          "/finance/journals?pledge=" + one.pledge(),
          code("pledge", one.pledge()),
          money("amount", one.amount()),
          money("loss", one.loss()),
          word("reason", "payment.refundReason." + one.why()));
    }
  }

  private static TaskFact[] facts(Row one) {
    return new TaskFact[] {
      code("pledge", one.pledge()),
      money("amount", one.amount()),
      word("reason", "payment.refundReason." + one.why()),
      instant("since", one.at())
    };
  }

  private List<Row> refunds(String where, Object... values) {
    Object[] all = new Object[values.length + 1];
    System.arraycopy(values, 0, all, 0, values.length);
    all[values.length] = MOST;
    return sql.list(
        "SELECT * FROM payment_refund WHERE (" + where + ") ORDER BY id LIMIT ?",
        StandingRefunds::read,
        all);
  }

  private static Row read(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    return new Row(
        row.getLong("id"),
        new PledgeId(row.getLong("pledge")),
        Money.minor(row.getLong("amount_minor") + row.getLong("tip_minor"), currency),
        Money.minor(row.getLong("loss_minor"), currency),
        row.getString("reason"),
        Sql.instant(row, "asked_at"));
  }

  private void disputes(Instant now) {
    disputes(
        FinanceTask.DISPUTE_UNANSWERED,
        "state = 'OPEN' AND submitted_at IS NULL AND (gateway_status IS NULL"
            + " OR gateway_status = 'needs_response')");
    disputes(
        FinanceTask.DISPUTE_STANDS, "state = 'OPEN' AND opened_at < ?", now.minus(DISPUTED_FOR));
  }

  private record Disputed(String id, PledgeId pledge, Money amount, Instant at, Instant due) {}

  private void disputes(FinanceTask kind, String where, Object... values) {
    List<String> found = new ArrayList<>();
    for (Disputed one :
        sql.list(
            "SELECT * FROM payment_dispute WHERE " + where + " ORDER BY opened_at LIMIT " + MOST,
            row ->
                new Disputed(
                    row.getString("dispute"),
                    new PledgeId(row.getLong("pledge")),
                    Money.minor(
                        row.getLong("amount_minor"), Currency.valueOf(row.getString("currency"))),
                    Sql.instant(row, "opened_at"),
                    Sql.instant(row, "due_at")),
            values)) {
      found.add(one.id());
      tasks.open(
          kind,
          one.id(),
          "/finance/disputes/" + one.id(),
          code("pledge", one.pledge()),
          money("amount", one.amount()),
          instant("since", one.at()),
          instant("due", one.due() == null ? one.at() : one.due()));
    }
    tasks.keepOnly(kind, found);
  }
}
