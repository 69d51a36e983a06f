package wasl.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.shared.Sql;

/**
 * The outbox's rows. Leases and pauses are counted in the database's own time, which every node
 * shares and the demo's clock does not move.
 */
@ApplicationScoped
public class Messages {

  /** How long a claimed message belongs to its node. A node that dies frees it by this. */
  static final int LEASE_SECONDS = 90;

  /** Tries before a message is given to the operator. */
  static final int MOST_ATTEMPTS = 12;

  /** True of every message; said so that the index by lane and state is used, not all rows. */
  static final String IN_ANY_LANE =
      Arrays.stream(Lane.values())
          .map(Lane::name)
          .collect(Collectors.joining("', '", "lane IN ('", "')"));

  @Inject private Sql sql;

  /** A message claimed by this node. */
  record Claimed(long id, String handler, String payload, int attempts) {}

  /** How a message is written. */
  static Sql.Change row(NewMessage message) {
    return new Sql.Change(
        "INSERT INTO outbox_message (id, lane, handler, payload, happened_at, state, attempts, due_at)"
            + " VALUES (?, ?, ?, ?, ?, 'PENDING', 0, UTC_TIMESTAMP(6))",
        message.id(),
        message.lane(),
        message.handler(),
        message.payload(),
        message.at());
  }

  /** Takes the lane for this node, or keeps it; false while another node has it. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean holdLane(Lane lane, String node) {
    return sql.change(
            "UPDATE outbox_lane SET holder = ?, held_until = UTC_TIMESTAMP(6) + INTERVAL 30 SECOND"
                + " WHERE lane = ? AND (holder = ? OR held_until < UTC_TIMESTAMP(6))",
            node,
            lane,
            node)
        == 1;
  }

  /**
   * Claims what is due in a lane, oldest first, all with one statement. What has been claimed too
   * often and never came to a result (its node died each time) is given to the operator instead.
   */
  @Transactional(TxType.REQUIRES_NEW)
  List<Claimed> claim(Lane lane, String node, int most) {
    Map<Boolean, List<Claimed>> due =
        due(lane, most).stream()
            .collect(Collectors.partitioningBy(message -> message.attempts() < MOST_ATTEMPTS));
    changeAll(
        "UPDATE outbox_message SET state = 'FAILED', leased_by = NULL,"
            + " last_error = COALESCE(last_error, 'its node died while working')",
        due.get(false).stream().map(Claimed::id).toList());
    // While leased a message is due only after the lease: a node that dies gives it back so.
    changeAll(
        "UPDATE outbox_message SET leased_by = ?, attempts = attempts + 1,"
            + " due_at = UTC_TIMESTAMP(6) + INTERVAL "
            + LEASE_SECONDS
            + " SECOND",
        due.get(true).stream().map(Claimed::id).toList(),
        node);
    return due.get(true);
  }

  private List<Claimed> due(Lane lane, int most) {
    return sql.list(
        "SELECT id, handler, payload, attempts FROM outbox_message"
            + " WHERE lane = ? AND state = 'PENDING' AND due_at <= UTC_TIMESTAMP(6)"
            + " ORDER BY due_at, id LIMIT "
            + most
            + " FOR UPDATE SKIP LOCKED",
        row -> new Claimed(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4)),
        lane);
  }

  /** The work of all of these is done, whoever holds their leases by now. */
  @Transactional(TxType.REQUIRES_NEW)
  void done(List<Long> ids) {
    changeAll("UPDATE outbox_message SET state = 'DONE', leased_by = NULL, last_error = NULL", ids);
  }

  /**
   * Changes several rows with one statement. In the order of their ids, so that two who change some
   * of the same wait for each other and do not lock each other out.
   */
  private void changeAll(String change, List<Long> ids, Object... first) {
    if (ids.isEmpty()) {
      return;
    }
    List<Object> arguments = new ArrayList<>(List.of(first));
    ids.stream().sorted().forEach(arguments::add);
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    sql.change(change + " WHERE id IN (" + marks + ")", arguments.toArray());
  }

  /**
   * Puts a message off after a failure; gives it to the operator after the last attempt. Whoever
   * has lost the lease meanwhile changes nothing.
   */
  @Transactional(TxType.REQUIRES_NEW)
  void failed(Claimed message, String error) {
    int attempts = message.attempts() + 1;
    long pause = Math.min(3_600, 1L << Math.min(attempts, 12));
    sql.change(
        "UPDATE outbox_message SET state = ?, leased_by = NULL, last_error = ?,"
            + " due_at = UTC_TIMESTAMP(6) + INTERVAL "
            + pause
            + " SECOND WHERE id = ? AND state = 'PENDING' AND attempts = ?",
        attempts >= MOST_ATTEMPTS ? "FAILED" : "PENDING",
        shortened(error),
        message.id(),
        attempts);
  }

  /** Messages that still have to run, not counting those given to the operator. */
  public long pending() {
    return sql.number(
        "SELECT COUNT(*) FROM outbox_message WHERE " + IN_ANY_LANE + " AND state = 'PENDING'");
  }

  private static String shortened(String error) {
    return error.length() <= 1_000 ? error : error.substring(0, 1_000);
  }
}
