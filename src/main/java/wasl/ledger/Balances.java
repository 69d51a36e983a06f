package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wasl.money.Money;
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

  @Inject private Sql sql;
  @Inject private Accounts accounts;

  /** The present balance, with what the present transaction has posted. */
  public Money of(AccountRef account) {
    return accounts.find(account).map(id -> of(account, id)).orElse(Money.zero(account.currency()));
  }

  /** The balance of what was booked before an instant. */
  public Money bookedBefore(AccountRef account, Instant instant) {
    return before(account, "booked_at", instant);
  }

  /** The balance of what had happened before an instant, whenever it was booked. */
  public Money effectiveBefore(AccountRef account, Instant instant) {
    return before(account, "effective_at", instant);
  }

  private Money before(AccountRef account, String column, Instant instant) {
    Optional<Money> balance =
        sql.one(
            "SELECT COALESCE(SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)), 0),"
                + " COALESCE(SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)), 0)"
                + " FROM ledger_account a JOIN ledger_entry e ON e.account = a.id"
                + " JOIN ledger_journal j ON j.id = e.journal"
                + " WHERE a.kind = ? AND a.currency = ? AND a.owner = ? AND j."
                + column
                + " < ?",
            row -> LedgerRows.balance(account, row.getLong(1), row.getLong(2)),
            account.kind(),
            account.currency(),
            account.owner(),
            instant);
    return balance.orElse(Money.zero(account.currency()));
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
