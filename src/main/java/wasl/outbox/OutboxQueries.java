package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.shared.Page;
import wasl.shared.Sql;

/** What waits in the outbox and what has failed, for the operator. */
@ApplicationScoped
public class OutboxQueries {

  @Inject private Sql sql;

  /**
   * How a lane stands.
   *
   * @param pending messages that will still be tried
   * @param failed messages that wait for the operator
   * @param oldest when the event of the oldest pending one happened, by the application's clock; or
   *     null
   */
  public record LaneView(Lane lane, long pending, long failed, Instant oldest) {}

  /**
   * A message that went wrong.
   *
   * @param id its id
   * @param failed whether it waits for the operator; else it is tried again by itself
   * @param error what the last attempt said
   */
  public record TroubleView(
      long id,
      Lane lane,
      String handler,
      Instant happenedAt,
      int attempts,
      boolean failed,
      String error) {}

  /** Every lane. */
  public List<LaneView> lanes() {
    Map<Lane, LaneView> busy = new HashMap<>();
    sql.list(
            "SELECT lane, SUM(state = 'PENDING') AS pending, SUM(state = 'FAILED') AS failed,"
                + " MIN(IF(state = 'PENDING', happened_at, NULL)) AS oldest FROM outbox_message WHERE "
                + Messages.IN_ANY_LANE
                + " AND state IN ('PENDING', 'FAILED') GROUP BY lane",
            row ->
                new LaneView(
                    Lane.valueOf(row.getString("lane")),
                    row.getLong("pending"),
                    row.getLong("failed"),
                    Sql.instant(row, "oldest")))
        .forEach(view -> busy.put(view.lane(), view));
    return Arrays.stream(Lane.values())
        .map(lane -> busy.getOrDefault(lane, new LaneView(lane, 0, 0, null)))
        .toList();
  }

  /** Messages whose last attempt failed: first those that wait for the operator, newest first. */
  public Page<TroubleView> troubles(Page.Wish wish) {
    String troubled =
        " FROM outbox_message WHERE "
            + Messages.IN_ANY_LANE
            + " AND state IN ('PENDING', 'FAILED') AND last_error IS NOT NULL";
    List<TroubleView> items =
        sql.list(
            "SELECT id, lane, handler, happened_at, attempts, state, last_error"
                + troubled
                + " ORDER BY state = 'FAILED' DESC, id DESC LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            row ->
                new TroubleView(
                    row.getLong("id"),
                    Lane.valueOf(row.getString("lane")),
                    row.getString("handler"),
                    Sql.instant(row, "happened_at"),
                    row.getInt("attempts"),
                    row.getString("state").equals("FAILED"),
                    row.getString("last_error")));
    return new Page<>(items, wish.page(), wish.size(), sql.number("SELECT COUNT(*)" + troubled));
  }
}
