package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/**
 * Numbers journals without a gap, in the order in which they become visible: within a second or two
 * of their posting, one node at a time. A journal committed late gets a later number, never a gap.
 */
@ApplicationScoped
public class NumberJournals implements DueWork {

  private static final String CURSOR = "NUMBERS";
  private static final int PORTION = 500;

  private static final String WITHOUT_NUMBER =
      " FROM ledger_journal j LEFT JOIN ledger_journal_number n ON n.journal = j.id"
          + " WHERE j.id > ? AND n.journal IS NULL";

  @Inject private Sql sql;
  @Inject private Background background;

  @Override
  public String name() {
    return "ledger-numbers";
  }

  /** At once, where a journal has no number yet. */
  @Override
  public Optional<Instant> nextDue() {
    long from = sql.number("SELECT upto FROM ledger_cursor_lock WHERE name = ?", CURSOR);
    return sql.one("SELECT j.id" + WITHOUT_NUMBER + " LIMIT 1", row -> Instant.EPOCH, from);
  }

  /**
   * Numbers a portion.
   *
   * @return how many journals got a number
   */
  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    long from = background.take(CURSOR);
    List<Long> journals =
        sql.list(
            "SELECT j.id" + WITHOUT_NUMBER + " ORDER BY j.id LIMIT " + PORTION,
            row -> row.getLong(1),
            from);
    if (journals.isEmpty()) {
      passSettled(from);
      return 0;
    }
    long number = sql.number("SELECT MAX(number) FROM ledger_journal_number");
    List<Object> values = new ArrayList<>();
    for (long journal : journals) {
      values.add(++number);
      values.add(journal);
    }
    sql.change(
        "INSERT INTO ledger_journal_number (number, journal) VALUES "
            + String.join(", ", Collections.nCopies(journals.size(), "(?, ?)")),
        values.toArray());
    return journals.size();
  }

  /** Looks no more at journals that are settled and have their number. */
  private void passSettled(long from) {
    long to = background.next(from, background.settled(), PORTION * 20);
    boolean allNumbered =
        to > from
            && sql.number("SELECT COUNT(*)" + WITHOUT_NUMBER + " AND j.id <= ?", from, to) == 0;
    if (allNumbered) {
      background.move(CURSOR, to);
    }
  }
}
