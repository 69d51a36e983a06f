package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Sql;

/** What journals moved on the accounts of a kind, for holding it against others' books. */
@ApplicationScoped
public class MovementQueries {

  private static final int AT_ONCE = 500;

  private static final String HEAD =
      "SELECT j.id, COALESCE(o.type, j.type) AS type, j.reverses, r.id AS reversed_by, j.listing,"
          + " j.pledge, j.reference, j.booked_at, j.effective_at, e.currency,"
          + " SUM(IF(e.side = 'DEBIT', e.amount_minor, -e.amount_minor)) AS minor"
          + " FROM ledger_journal j JOIN ledger_entry e ON e.journal = j.id"
          + " JOIN ledger_account a ON a.id = e.account AND a.kind = ?"
          + " LEFT JOIN ledger_journal o ON o.id = j.reverses"
          + " LEFT JOIN ledger_journal r ON r.reverses = j.id WHERE ";

  private static final String TAIL =
      " GROUP BY j.id, j.type, o.type, j.reverses, r.id, j.listing, j.pledge, j.reference,"
          + " j.booked_at, j.effective_at, e.currency ORDER BY j.booked_at, j.id";

  @Inject private Sql sql;

  /** The movements of journals that carry one of these references. */
  public List<AccountMovement> withReference(AccountKind kind, Collection<String> references) {
    List<String> all = List.copyOf(references);
    List<AccountMovement> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      List<Object> arguments = new ArrayList<>();
      arguments.add(kind);
      arguments.addAll(part);
      found.addAll(
          sql.list(
              HEAD
                  + "j.reference IN ("
                  + String.join(", ", Collections.nCopies(part.size(), "?"))
                  + ")"
                  + TAIL,
              MovementQueries::read,
              arguments.toArray()));
    }
    return found;
  }

  /**
   * The movements of journals booked in [from, to), the oldest first.
   *
   * @param most how many at most
   */
  public List<AccountMovement> booked(AccountKind kind, Instant from, Instant to, int most) {
    return sql.list(
        HEAD + "j.booked_at >= ? AND j.booked_at < ?" + TAIL + " LIMIT " + most,
        MovementQueries::read,
        kind,
        from,
        to);
  }

  /** As {@link #booked(AccountKind, Instant, Instant, int)}, of one type of journals. */
  public List<AccountMovement> booked(
      AccountKind kind, JournalType type, Instant from, Instant to, int most) {
    return sql.list(
        HEAD + "j.type = ? AND j.booked_at >= ? AND j.booked_at < ?" + TAIL + " LIMIT " + most,
        MovementQueries::read,
        kind,
        type,
        from,
        to);
  }

  private static AccountMovement read(ResultSet row) throws SQLException {
    return new AccountMovement(
        new JournalId(row.getLong("id")),
        JournalType.valueOf(row.getString("type")),
        LedgerRows.journalId(row, "reverses"),
        LedgerRows.journalId(row, "reversed_by"),
        LedgerRows.optional(row, "listing"),
        LedgerRows.optional(row, "pledge"),
        row.getString("reference"),
        Sql.instant(row, "booked_at"),
        Sql.instant(row, "effective_at"),
        Money.minor(row.getLong("minor"), Currency.valueOf(row.getString("currency"))));
  }
}
