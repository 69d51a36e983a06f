package wasl.finance;

import static wasl.task.TaskFact.code;
import static wasl.task.TaskFact.instant;
import static wasl.task.TaskFact.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import wasl.outbox.Lane;
import wasl.shared.Sql;
import wasl.task.FinanceTasks;

/** Background work that was given up or fails again and again, and events that wait. */
@ApplicationScoped
public class StandingWork {

  private static final Duration EVENT_FOR = Duration.ofHours(1);

  /** After so many tries more than five minutes have passed. */
  private static final int TRIES = 8;

  private static final String OUTBOX = "/finance/outbox";

  /** So that the index by lane and state is used. */
  private static final String IN_ANY_LANE =
      Arrays.stream(Lane.values())
          .map(Lane::name)
          .collect(Collectors.joining("', '", "lane IN ('", "')"));

  @Inject private FinanceTasks tasks;
  @Inject private Sql sql;

  void look(Instant now) {
    messages(FinanceTask.WORK_FAILED, "state = 'FAILED'");
    messages(FinanceTask.WORK_STANDS, "state = 'PENDING' AND attempts >= " + TRIES);
    events(now);
  }

  /** One task for each handler: what makes one of its messages fail makes others fail too. */
  private void messages(FinanceTask kind, String where) {
    List<String> found =
        sql.list(
            "SELECT handler, COUNT(*), MIN(happened_at) AS since, MAX(attempts)"
                + " FROM outbox_message WHERE "
                + IN_ANY_LANE
                + " AND "
                + where
                + " GROUP BY handler ORDER BY handler",
            row -> {
              String handler = row.getString(1);
              tasks.open(
                  kind,
                  handler,
                  OUTBOX,
                  code("work", handler),
                  number("messages", row.getLong(2)),
                  instant("since", Sql.instant(row, "since")),
                  number("asked", row.getLong(4)));
              return handler;
            });
    tasks.keepOnly(kind, found);
  }

  private void events(Instant now) {
    List<String> found =
        sql.list(
            "SELECT type, COUNT(*), MIN(received_at) AS since FROM payment_webhook"
                + " WHERE processed_at IS NULL AND received_at < ? GROUP BY type ORDER BY type",
            row -> {
              String type = row.getString(1);
              tasks.open(
                  FinanceTask.EVENT_STANDS,
                  type,
                  OUTBOX,
                  code("event", type),
                  number("messages", row.getLong(2)),
                  instant("since", Sql.instant(row, "since")));
              return type;
            },
            now.minus(EVENT_FOR));
    tasks.keepOnly(FinanceTask.EVENT_STANDS, found);
  }
}
