package wasl.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** An officer has dealt with a task that nothing but a person can judge, and says how. */
@ApplicationScoped
@Transactional
public class CloseTask {

  private static final int LONGEST_NOTE = 1_000;

  @Inject private TaskQueries queries;
  @Inject private Sql sql;
  @Inject private Clock clock;

  public record Command(Actor by, long task, String note) {}

  /**
   * Closes it.
   *
   * @throws Refused {@code AccessRefused}, {@link TaskRefused}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    TaskView task =
        queries.find(command.task()).orElseThrow(() -> new Refused(new TaskRefused.NotFound()));
    if (!task.byHand()) {
      throw new Refused(new TaskRefused.ClosesItself());
    }
    String note = PlainText.lines(command.note());
    if (note == null || note.length() > LONGEST_NOTE) {
      throw new Refused(new TaskRefused.NoteNeeded(LONGEST_NOTE));
    }
    int closed =
        sql.change(
            "UPDATE task SET open_mark = NULL, closed_at = ?, closed_by = ?, note = ?"
                + " WHERE id = ? AND open_mark = 1",
            clock.instant(),
            command.by().party().value(),
            note,
            command.task());
    if (closed == 0) {
      throw new Refused(new TaskRefused.Closed());
    }
  }
}
