package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** The rows of journals and entries: written once, never changed. */
@ApplicationScoped
public class Journals {

  /** Lines in one INSERT. */
  private static final int AT_ONCE = 500;

  private static final String INSERT_JOURNAL =
      "INSERT INTO ledger_journal (id, type, idempotency_key, body_hash, booked_at, effective_at,"
          + " listing, pledge, reference, reverses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String INSERT_ENTRIES =
      "INSERT INTO ledger_entry (journal, line, account, side, amount_minor, currency) VALUES ";

  @Inject private Sql sql;

  /** A journal as it was posted under a key. */
  record Posted(JournalId id, String bodyHash) {}

  Optional<Posted> withKey(String key) {
    return sql.one(
        "SELECT id, body_hash FROM ledger_journal WHERE idempotency_key = ?",
        row -> new Posted(new JournalId(row.getLong(1)), row.getString(2)),
        key);
  }

  /**
   * Writes a journal.
   *
   * @return nothing where a unique key refused it: its key is taken, or what it reverses is
   *     reversed
   */
  Optional<JournalId> add(
      JournalEntry entry, String hash, Instant bookedAt, Map<AccountRef, Long> ids) {
    // The id is made right before the row is written: the database refuses an id that is not of
    // the present, which is what lets roll-ups trail by a fixed time.
    long id = Ids.next();
    JournalReference about = entry.reference();
    try {
      sql.change(
          INSERT_JOURNAL,
          id,
          entry.type(),
          entry.idempotencyKey(),
          hash,
          bookedAt,
          entry.effectiveAt(),
          about.listing(),
          about.pledge(),
          about.text(),
          about.reverses() == null ? null : about.reverses().value());
    } catch (Sql.DatabaseFault fault) {
      if (fault.duplicateKey()) {
        return Optional.empty();
      }
      throw fault;
    }
    List<JournalEntry.Line> lines = entry.lines();
    for (int from = 0; from < lines.size(); from += AT_ONCE) {
      addLines(id, from, lines.subList(from, Math.min(lines.size(), from + AT_ONCE)), ids);
    }
    return Optional.of(new JournalId(id));
  }

  private void addLines(
      long journal, int first, List<JournalEntry.Line> lines, Map<AccountRef, Long> ids) {
    List<Object> values = new ArrayList<>(lines.size() * 6);
    int number = first;
    for (JournalEntry.Line line : lines) {
      values.add(journal);
      values.add(number++);
      values.add(ids.get(line.account()));
      values.add(line.side());
      values.add(line.amount().amountMinor());
      values.add(line.account().currency());
    }
    String rows = String.join(", ", Collections.nCopies(lines.size(), "(?, ?, ?, ?, ?, ?)"));
    sql.change(INSERT_ENTRIES + rows, values.toArray());
  }
}
