package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Page;
import wasl.shared.Sql;

/** Reads accounts and their statements. Nothing here locks. */
@ApplicationScoped
public class AccountQueries {

  private static final String SUMS =
      " COALESCE(r.debit_minor, 0) + COALESCE(t.debits, 0) AS debits,"
          + " COALESCE(r.credit_minor, 0) + COALESCE(t.credits, 0) AS credits"
          + " FROM ledger_account a LEFT JOIN ledger_balance_rollup r ON r.account = a.id"
          + " LEFT JOIN (SELECT e.account, SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)) AS debits,"
          + " SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)) AS credits FROM ledger_entry e"
          + " WHERE e.journal > (SELECT c.upto FROM ledger_cursor_lock c WHERE c.name = 'BALANCES')"
          + " GROUP BY e.account) t ON t.account = a.id";

  @Inject private Sql sql;
  @Inject private Accounts accounts;

  /**
   * All accounts of a kind and currency together.
   *
   * @param accounts how many there are
   * @param balance positive on the side on which the accounts grow
   */
  public record KindTotal(
      AccountKind kind,
      Currency currency,
      long accounts,
      Money debits,
      Money credits,
      Money balance) {}

  /** The chart of accounts with its sums, in its order. */
  public List<KindTotal> totals() {
    return sql
        .list(
            "SELECT kind, currency, COUNT(*) AS accounts, SUM(debits) AS debits,"
                + " SUM(credits) AS credits FROM (SELECT a.kind, a.currency,"
                + SUMS
                + ") sums GROUP BY kind, currency",
            row -> {
              AccountKind kind = AccountKind.valueOf(row.getString("kind"));
              Currency currency = Currency.valueOf(row.getString("currency"));
              long debits = row.getLong("debits");
              long credits = row.getLong("credits");
              return new KindTotal(
                  kind,
                  currency,
                  row.getLong("accounts"),
                  Money.minor(debits, currency),
                  Money.minor(credits, currency),
                  LedgerRows.balance(kind, currency, debits, credits));
            })
        .stream()
        .sorted(Comparator.comparing(KindTotal::kind).thenComparing(KindTotal::currency))
        .toList();
  }

  /** A page of the accounts of a kind, those with the largest numbers first (the newest). */
  public Page<AccountView> ofKind(AccountKind kind, Page.Wish wish) {
    List<AccountView> items =
        sql.list(
            "SELECT a.id, a.kind, a.currency, a.owner,"
                + SUMS
                + " WHERE a.kind = ? ORDER BY a.id DESC LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            AccountQueries::view,
            kind);
    long total = sql.number("SELECT COUNT(*) FROM ledger_account WHERE kind = ?", kind);
    return new Page<>(items, wish.page(), wish.size(), total);
  }

  /** The accounts that carry a listing's or a party's id. */
  public List<AccountView> ofOwner(long owner) {
    return sql.list(
        "SELECT a.id, a.kind, a.currency, a.owner," + SUMS + " WHERE a.owner = ? ORDER BY a.id",
        AccountQueries::view,
        owner);
  }

  /** One account as it stands. */
  public Optional<AccountView> account(AccountRef account) {
    return accounts
        .find(account)
        .flatMap(
            id ->
                sql.one(
                    "SELECT a.id, a.kind, a.currency, a.owner," + SUMS + " WHERE a.id = ?",
                    AccountQueries::view,
                    id));
  }

  private static AccountView view(ResultSet row) throws SQLException {
    AccountRef ref = LedgerRows.account(row);
    long debits = row.getLong("debits");
    long credits = row.getLong("credits");
    return new AccountView(
        row.getLong("id"),
        ref,
        Money.minor(debits, ref.currency()),
        Money.minor(credits, ref.currency()),
        LedgerRows.balance(ref, debits, credits));
  }

  /** A page of an account's entries booked in [from, to), newest first; null means unbounded. */
  public Page<StatementLine> statement(
      AccountRef account, Instant from, Instant to, Page.Wish wish) {
    Optional<Long> id = accounts.find(account);
    if (id.isEmpty()) {
      return new Page<>(List.of(), wish.page(), wish.size(), 0);
    }
    List<Object> arguments = new ArrayList<>(List.of(id.get()));
    String where = " WHERE e.account = ?";
    if (from != null) {
      where += " AND j.booked_at >= ?";
      arguments.add(from);
    }
    if (to != null) {
      where += " AND j.booked_at < ?";
      arguments.add(to);
    }
    String joined = " FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal" + where;
    List<Entry> entries =
        sql.list(
            "SELECT e.journal, e.line, e.side, e.amount_minor, j.type, j.booked_at,"
                + " j.effective_at, j.reference, n.number FROM ledger_entry e"
                + " JOIN ledger_journal j ON j.id = e.journal"
                + " LEFT JOIN ledger_journal_number n ON n.journal = j.id"
                + where
                + " ORDER BY e.journal DESC, e.line DESC LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            row -> Entry.read(row, account.currency()),
            arguments.toArray());
    long total =
        sql.number(
            "SELECT COUNT(*) FROM (SELECT e.journal"
                + joined
                + " LIMIT "
                + LedgerQueries.MOST_COUNTED
                + ") counted",
            arguments.toArray());
    return new Page<>(running(account, id.get(), entries), wish.page(), wish.size(), total);
  }

  private record Entry(StatementLine line, long journal, int number) {
    static Entry read(ResultSet row, Currency currency) throws SQLException {
      long number = row.getLong("number");
      boolean numbered = !row.wasNull();
      StatementLine line =
          new StatementLine(
              new JournalId(row.getLong("journal")),
              numbered ? number : null,
              JournalType.valueOf(row.getString("type")),
              Sql.instant(row, "booked_at"),
              Sql.instant(row, "effective_at"),
              row.getString("reference"),
              Side.valueOf(row.getString("side")),
              Money.minor(row.getLong("amount_minor"), currency),
              null);
      return new Entry(line, row.getLong("journal"), row.getInt("line"));
    }
  }

  /** Gives each line what stood on the account after it, from the newest down. */
  private List<StatementLine> running(AccountRef account, long id, List<Entry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    Entry newest = entries.get(0);
    Money balance =
        sql.one(
                "SELECT COALESCE(SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)), 0),"
                    + " COALESCE(SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)), 0)"
                    + " FROM ledger_entry e WHERE e.account = ?"
                    + " AND (e.journal < ? OR (e.journal = ? AND e.line <= ?))",
                row -> LedgerRows.balance(account, row.getLong(1), row.getLong(2)),
                id,
                newest.journal(),
                newest.journal(),
                newest.number())
            .orElseThrow();
    List<StatementLine> lines = new ArrayList<>();
    for (Entry entry : entries) {
      lines.add(entry.line().with(balance));
      boolean grows = entry.line().side() == account.kind().normalSide();
      balance = grows ? balance.minus(entry.line().amount()) : balance.plus(entry.line().amount());
    }
    return lines;
  }
}
