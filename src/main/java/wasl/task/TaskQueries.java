package wasl.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import wasl.shared.Page;
import wasl.shared.Sql;

/** The finance desk's tasks, for reading. */
@ApplicationScoped
public class TaskQueries {

  @Inject private Sql sql;

  /** So many open tasks of a kind. */
  public record KindCount(String kind, long count) {}

  /** How many tasks of each kind are open, the most first. */
  public List<KindCount> counts() {
    return sql.list(
        "SELECT kind, COUNT(*) AS n FROM task WHERE open_mark = 1 GROUP BY kind ORDER BY n DESC, kind",
        row -> new KindCount(row.getString(1), row.getLong(2)));
  }

  /**
   * Tasks, the oldest open first, or the last closed first.
   *
   * @param kind only of this kind; null for all
   */
  public Page<TaskView> list(boolean open, String kind, Page.Wish wish) {
    String which =
        " FROM task WHERE "
            + (open ? "open_mark = 1" : "open_mark IS NULL")
            + " AND (? IS NULL OR kind = ?)";
    List<TaskView> items =
        sql.list(
            "SELECT *"
                + which
                + (open ? " ORDER BY opened_at, id" : " ORDER BY closed_at DESC, id")
                + " LIMIT ? OFFSET ?",
            TaskQueries::read,
            kind,
            kind,
            wish.size(),
            wish.offset());
    return new Page<>(
        items, wish.page(), wish.size(), sql.number("SELECT COUNT(*)" + which, kind, kind));
  }

  /** One task. */
  public Optional<TaskView> find(long id) {
    return sql.one("SELECT * FROM task WHERE id = ?", TaskQueries::read, id);
  }

  /** The open task of a kind about a subject. */
  public Optional<TaskView> open(TaskKind kind, String subject) {
    return sql.one(
        "SELECT * FROM task WHERE kind = ? AND subject = ? AND open_mark = 1",
        TaskQueries::read,
        kind.key(),
        subject);
  }

  private static TaskView read(ResultSet row) throws SQLException {
    long closer = row.getLong("closed_by");
    Long closedBy = row.wasNull() ? null : closer;
    return new TaskView(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("subject"),
        row.getBoolean("by_hand"),
        row.getString("link"),
        Arrays.asList(FinanceTasks.JSON.fromJson(row.getString("facts"), TaskFact[].class)),
        Sql.instant(row, "opened_at"),
        Sql.instant(row, "seen_at"),
        Sql.instant(row, "closed_at"),
        closedBy,
        row.getString("note"));
  }
}
