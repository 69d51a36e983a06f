package wasl.task;

import wasl.shared.Refusal;

/** Why a task is not closed. */
public sealed interface TaskRefused extends Refusal {

  /** There is no such task. */
  record NotFound() implements TaskRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** Somebody has closed it meanwhile. */
  record Closed() implements TaskRefused {}

  /** It closes itself when its cause is gone. */
  record ClosesItself() implements TaskRefused {}

  /** Whoever closes a task says why, in at most so many characters. */
  record NoteNeeded(int most) implements TaskRefused {}
}
