package wasl.task.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;
import wasl.task.CloseTask;
import wasl.task.TaskQueries;
import wasl.task.TaskRefused;
import wasl.task.TaskView;

/** {@code /finance/tasks/{id}}: what is known about one task and what to do. */
@Named
@RequestScoped
public class TaskPage {

  @Inject private CurrentActor current;
  @Inject private TaskQueries queries;
  @Inject private PartyQueries parties;
  @Inject private CloseTask close;
  @Inject private PageMessages messages;

  private String id;
  private String note;
  private TaskView task;

  /** Reads the task. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.READ_LEDGER);
    task =
        Ids.parse(id)
            .flatMap(queries::find)
            .orElseThrow(() -> new Refused(new TaskRefused.NotFound()));
  }

  /** Read when this page is made: a form that depends on it is asked before this is called. */
  public void load() {
    current.get();
  }

  /** Closes it with the note. */
  public void close() {
    close.handle(new CloseTask.Command(current.get(), task.id(), note));
    messages.flash("ok", "task.closed");
    PageLinks.here().go("/finance/tasks");
  }

  public TaskView getTask() {
    return task;
  }

  /** Whether this person may close it. */
  public boolean isClosable() {
    return task.open() && task.byHand() && current.get().may(Permission.MOVE_MONEY);
  }

  /** Who closed it; null where it closed itself. */
  public String getCloser() {
    return task.closedBy() == null ? null : parties.contact(new PartyId(task.closedBy())).name();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
