package wasl.ledger;

/** The rows of a journal do not make a journal: somebody changed them behind the application. */
public final class BrokenJournal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenJournal(JournalId journal, String what) {
    super("journal " + journal + ": " + what);
  }
}
