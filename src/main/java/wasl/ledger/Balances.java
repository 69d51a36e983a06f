package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wasl.money.Money;
import wasl.shared.Baghdad;
import wasl.shared.Sql;

/**
 * What stands on accounts, positive on the side on which the account grows. The present balance is
 * the roll-up plus the entries of the journals that it does not count yet, read in one statement:
 * so it is exact at any moment.
 */
@ApplicationScoped
public class Balances {

  private static final String PRESENT =
      "SELECT COALESCE(r.debit_minor, 0) + COALESCE(t.debits, 0),"
          + " COALESCE(r.credit_minor, 0) + COALESCE(t.credits, 0)"
          + " FROM (SELECT SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)) AS debits,"
          + " SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)) AS credits FROM ledger_entry e"
          + " WHERE e.account = ? AND e.journal >"
          + " (SELECT c.upto FROM ledger_cursor_lock c WHERE c.name = 'BALANCES')) t"
          + " LEFT JOIN ledger_balance_rollup r ON r.account = ?";

  private static final String DAYS =
      "SELECT SUM(debits), SUM(credits) FROM (SELECT COALESCE(SUM(d.debit_minor), 0) AS debits,"
          + " COALESCE(SUM(d.credit_minor), 0) AS credits FROM ledger_day_rollup d"
          + " WHERE d.account = ? AND d.basis = ? AND d.day < ?"
          + " UNION ALL SELECT COALESCE(SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)), 0),"
          + " COALESCE(SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)), 0) FROM ledger_entry e"
          + " JOIN ledger_journal j ON j.id = e.journal WHERE e.account = ? AND e.journal >"
          + " (SELECT c.upto FROM ledger_cursor_lock c WHERE c.name = 'BALANCES')"
          + " AND j.%s < ?) parts";

  @Inject private Sql sql;
  @Inject private Accounts accounts;

  /** The present balance, with what the present transaction has posted. */
  public Money of(AccountRef account) {
    return accounts.find(account).map(id -> of(account, id)).orElse(Money.zero(account.currency()));
  }

  /**
   * The balance as of the beginning of a day in Baghdad: of what had been booked by then, or of
   * what had happened by then, whenever it was booked. Whole days come from the days' roll-ups, the
   * rest from the entries that those do not count yet.
   */
  public Money before(AccountRef account, Basis basis, LocalDate day) {
    Optional<Long> id = accounts.find(account);
    if (id.isEmpty()) {
      return Money.zero(account.currency());
    }
    return sql.one(
            DAYS.formatted(basis.column()),
            row -> LedgerRows.balance(account, row.getLong(1), row.getLong(2)),
            id.get(),
            basis,
            day,
            id.get(),
            Baghdad.startOf(day))
        .orElseThrow();
  }

  private Money of(AccountRef account, long id) {
    return sql.one(
            PRESENT, row -> LedgerRows.balance(account, row.getLong(1), row.getLong(2)), id, id)
        .orElse(Money.zero(account.currency()));
  }

  /**
   * Locks guarded accounts until the transaction ends, always in the order of their numbers, so
   * that two who lock the same never wait for each other; then reads them. The reading is a
   * statement of its own, after the locking: under READ COMMITTED it sees what whoever held the
   * locks before has committed.
   */
  Map<AccountRef, Money> locked(Collection<AccountRef> guarded) {
    Map<Long, AccountRef> byId = new TreeMap<>();
    accounts
        .ids(guarded)
        .forEach(
            (account, id) -> {
              if (guarded.contains(account)) {
                byId.put(id, account);
              }
            });
    String marks = String.join(", ", java.util.Collections.nCopies(byId.size(), "?"));
    sql.list(
        "SELECT account FROM ledger_account_lock WHERE account IN ("
            + marks
            + ") ORDER BY account FOR UPDATE",
        row -> row.getLong(1),
        byId.keySet().toArray());
    Map<AccountRef, Money> balances = new TreeMap<>();
    byId.forEach((id, account) -> balances.put(account, of(account, id)));
    return balances;
  }
}
