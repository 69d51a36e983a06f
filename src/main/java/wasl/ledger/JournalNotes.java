package wasl.ledger;

import java.util.Optional;

/** Who made a journal by hand and why, where somebody did: asked of the features to the right. */
public interface JournalNotes {

  /**
   * One note.
   *
   * @param by the name of who did it
   * @param why the reason that was given
   */
  record Note(String by, String why) {}

  /** Whether it tells more than others of the same journal. */
  default boolean first() {
    return false;
  }

  /** The note to a journal. */
  Optional<Note> of(JournalId journal);
}
