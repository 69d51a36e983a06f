package wasl.ledger;

import java.io.IOException;

/** Writes journals in one form. */
interface JournalWriter {

  /** What stands before the journals. */
  void begin(Snapshot snapshot) throws IOException;

  void write(JournalView journal) throws IOException;
}
