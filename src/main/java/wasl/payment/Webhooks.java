package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import wasl.shared.Sql;

/** What the gateway has told, by its event's unique id. */
@ApplicationScoped
public class Webhooks {

  @Inject private Sql sql;

  /**
   * @param objectId the gateway's object to look at
   */
  record Told(String event, String type, String objectId) {}

  /**
   * Stores it.
   *
   * @return whether it was new
   */
  boolean add(Told told, Instant now) {
    return sql.change(
            "INSERT IGNORE INTO payment_webhook (event, type, object_id, received_at)"
                + " VALUES (?, ?, ?, ?)",
            told.event(),
            told.type(),
            told.objectId(),
            now)
        == 1;
  }

  /** Whether all of them were stored before. */
  boolean know(List<Told> told) {
    String marks = String.join(", ", Collections.nCopies(told.size(), "?"));
    return sql.number(
            "SELECT COUNT(*) FROM payment_webhook WHERE event IN (" + marks + ")",
            told.stream().map(Told::event).toArray())
        == told.size();
  }

  Optional<Told> find(String event) {
    return sql.one(
        "SELECT event, type, object_id FROM payment_webhook WHERE event = ?",
        row -> new Told(row.getString(1), row.getString(2), row.getString(3)),
        event);
  }

  void processed(String event, Instant now) {
    sql.change("UPDATE payment_webhook SET processed_at = ? WHERE event = ?", now, event);
  }
}
