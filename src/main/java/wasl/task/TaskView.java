package wasl.task;

import java.time.Instant;
import java.util.List;

/**
 * A task as pages see it.
 *
 * @param kind the key of its words
 * @param byHand whether an officer closes it
 * @param link the address of the page on which something can be done; null for none
 * @param seenAt when its cause was last seen
 * @param closedAt null while it is open
 * @param closedBy who closed it; null where its cause went away by itself
 */
public record TaskView(
    long id,
    String kind,
    String subject,
    boolean byHand,
    String link,
    List<TaskFact> facts,
    Instant openedAt,
    Instant seenAt,
    Instant closedAt,
    Long closedBy,
    String note) {

  /** The feature to which its kind belongs. */
  public String feature() {
    return kind.substring(0, kind.indexOf('.'));
  }

  /** The number or code that it is about, without the kind of thing before it. */
  public String about() {
    return subject.substring(subject.indexOf(':') + 1);
  }

  public boolean open() {
    return closedAt == null;
  }
}
