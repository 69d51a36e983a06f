package wasl.task.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.shared.Access;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.task.TaskQueries;
import wasl.task.TaskView;

/** {@code /finance/tasks}: what waits for the finance desk, and what was closed. */
@Named
@RequestScoped
public class TasksPage {

  private static final int SIZE = 25;

  @Inject private Access access;
  @Inject private TaskQueries queries;

  private int page = 1;
  private boolean closed;
  private String kind;
  private Page<TaskView> tasks;
  private List<TaskQueries.KindCount> counts;

  /** Reads what the page shows. */
  public void load() {
    access.require("READ_LEDGER");
    tasks = queries.list(!closed, kind, new Page.Wish(page - 1, SIZE));
    counts = queries.counts();
  }

  public Page<TaskView> getTasks() {
    return tasks;
  }

  public List<TaskQueries.KindCount> getCounts() {
    return counts;
  }

  /** The 13 characters of a task's id. */
  public String text(long id) {
    return Ids.text(id);
  }

  /** The rest of the query, for the pager. */
  public String getParams() {
    return (closed ? "closed=true" : "")
        + (kind == null ? "" : (closed ? "&" : "") + "kind=" + kind);
  }

  public boolean isClosed() {
    return closed;
  }

  public void setClosed(boolean closed) {
    this.closed = closed;
  }

  public String getKind() {
    return kind;
  }

  /** Anything that cannot be a kind is none. */
  public void setKind(String typed) {
    this.kind = typed != null && typed.matches("[a-z]+\\.task\\.[A-Z_]+") ? typed : null;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
