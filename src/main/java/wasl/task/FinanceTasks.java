package wasl.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wasl.shared.Ids;
import wasl.shared.Sql;

/**
 * Opens and closes the finance desk's tasks, in the caller's transaction where there is one. There
 * is one open task for each kind and subject: opening it again only renews what is known.
 */
@ApplicationScoped
public class FinanceTasks {

  static final Jsonb JSON = JsonbBuilder.create();

  @Inject private Sql sql;
  @Inject private Clock clock;

  /**
   * Opens a task, or renews what is known of the open one.
   *
   * @param subject what it is about, at most 160 ASCII characters
   * @param link the address of the page on which something can be done; null for none
   */
  public void open(TaskKind kind, String subject, String link, TaskFact... facts) {
    Instant now = clock.instant();
    String known = JSON.toJson(facts);
    int renewed =
        sql.change(
            "UPDATE task SET facts = ?, link = ?, seen_at = ?"
                + " WHERE kind = ? AND subject = ? AND open_mark = 1",
            known,
            link,
            now,
            kind.key(),
            subject);
    if (renewed == 0) {
      sql.change(
          "INSERT IGNORE INTO task (id, kind, subject, open_mark, by_hand, link, facts, opened_at,"
              + " seen_at) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?)",
          Ids.next(),
          kind.key(),
          subject,
          kind.byHand(),
          link,
          known,
          now,
          now);
    }
  }

  /** Whether an officer has closed such a task at this instant or later. */
  public boolean closedByHand(TaskKind kind, String subject, Instant since) {
    return sql.number(
            "SELECT COUNT(*) FROM task WHERE kind = ? AND subject = ? AND open_mark IS NULL"
                + " AND closed_by IS NOT NULL AND closed_at >= ?",
            kind.key(),
            subject,
            since)
        > 0;
  }

  /** The cause is gone. A task that is not open is fine. */
  public void close(TaskKind kind, String subject) {
    sql.change(
        "UPDATE task SET open_mark = NULL, closed_at = ?"
            + " WHERE kind = ? AND subject = ? AND open_mark = 1",
        clock.instant(),
        kind.key(),
        subject);
  }

  /** Closes the open tasks of a kind whose subject is not among these. */
  public void keepOnly(TaskKind kind, Collection<String> subjects) {
    Set<String> kept = new HashSet<>(subjects);
    openSubjects(kind).stream()
        .filter(subject -> !kept.contains(subject))
        .forEach(subject -> close(kind, subject));
  }

  /** What the open tasks of a kind are about. */
  public List<String> openSubjects(TaskKind kind) {
    return sql.list(
        "SELECT subject FROM task WHERE kind = ? AND open_mark = 1",
        row -> row.getString(1),
        kind.key());
  }
}
