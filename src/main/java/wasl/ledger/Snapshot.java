package wasl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Sql;

/**
 * The books as they stood at one instant, read row by row: however many there are, only one journal
 * is held at a time. Whoever posts meanwhile is not kept waiting and not seen.
 */
public final class Snapshot {

  private static final String JOURNALS =
      "SELECT j.id, n.number, j.type, j.booked_at, j.effective_at, j.listing, j.pledge,"
          + " j.reference, j.reverses, j.body_hash, j.idempotency_key, e.line, e.side,"
          + " e.amount_minor, e.currency AS entry_currency, a.kind, a.currency, a.owner"
          + " FROM ledger_journal j LEFT JOIN ledger_entry e ON e.journal = j.id"
          + " LEFT JOIN ledger_account a ON a.id = e.account"
          + " LEFT JOIN ledger_journal_number n ON n.journal = j.id ORDER BY j.id";

  private final Connection connection;

  Snapshot(Connection connection) {
    this.connection = connection;
  }

  /** Reads a row. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * A journal as its rows say.
   *
   * @param hash what was kept of its body when it was posted
   */
  public record Journal(JournalView view, String key, String hash) {}

  private record NumberedLine(int line, JournalEntry.Line content) {}

  /**
   * Every journal with its entries, by id.
   *
   * @throws BrokenJournal where the rows do not make a journal
   */
  public void journals(Consumer<Journal> reader) {
    List<NumberedLine> lines = new ArrayList<>();
    Journal[] present = new Journal[1];
    rows(
        JOURNALS,
        row -> {
          long id = row.getLong("id");
          if (present[0] != null && present[0].view().id().value() != id) {
            reader.accept(whole(present[0], lines));
            present[0] = null;
          }
          try {
            if (present[0] == null) {
              lines.clear();
              present[0] =
                  new Journal(
                      LedgerRows.head(row),
                      row.getString("idempotency_key"),
                      row.getString("body_hash"));
            }
            if (row.getString("side") != null) {
              lines.add(line(row));
            }
          } catch (IllegalArgumentException | NullPointerException malformed) {
            throw new BrokenJournal(new JournalId(id), malformed.getMessage());
          }
        });
    if (present[0] != null) {
      reader.accept(whole(present[0], lines));
    }
  }

  private static NumberedLine line(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("entry_currency"));
    Money amount = Money.minor(row.getLong("amount_minor"), currency);
    return new NumberedLine(
        row.getInt("line"),
        new JournalEntry.Line(
            LedgerRows.account(row), Side.valueOf(row.getString("side")), amount));
  }

  private static Journal whole(Journal head, List<NumberedLine> lines) {
    lines.sort(Comparator.comparingInt(NumberedLine::line));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).line() != i) {
        throw new BrokenJournal(head.view().id(), "line " + i + " is missing");
      }
    }
    return new Journal(
        head.view().with(lines.stream().map(NumberedLine::content).toList()),
        head.key(),
        head.hash());
  }

  /** Every row of a query, one at a time. */
  public void rows(String sql, RowReader reader) {
    try (PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      // What makes Connector/J hand on rows while they arrive instead of keeping all of them.
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException failed) {
      throw Sql.fault(failed);
    }
  }

  /** The single number of a query; 0 for none. */
  public long number(String sql) {
    long[] number = new long[1];
    rows(sql, row -> number[0] = row.getLong(1));
    return number[0];
  }
}
