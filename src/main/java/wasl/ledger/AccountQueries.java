package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Baghdad;
import wasl.shared.Page;
import wasl.shared.Sql;

/** Reads accounts and their statements. Nothing here locks. */
@ApplicationScoped
public class AccountQueries {

  private static final String DEBITS = "COALESCE(r.debit_minor, 0) + COALESCE(t.debits, 0)";
  private static final String CREDITS = "COALESCE(r.credit_minor, 0) + COALESCE(t.credits, 0)";

  private static final String SUMS =
      " "
          + DEBITS
          + " AS debits, "
          + CREDITS
          + " AS credits"
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
    return inOrder(
        sql.list(
            "SELECT kind, currency, COUNT(*) AS accounts, SUM(debits) AS debits,"
                + " SUM(credits) AS credits FROM (SELECT a.kind, a.currency,"
                + SUMS
                + ") sums GROUP BY kind, currency",
            AccountQueries::total));
  }

  /** What stands on all accounts of a kind together, a sum for each currency that has any. */
  public List<Money> totals(AccountKind kind) {
    return inOrder(
            sql.list(
                "SELECT kind, currency, COUNT(*) AS accounts, SUM(debits) AS debits,"
                    + " SUM(credits) AS credits FROM (SELECT a.kind, a.currency,"
                    + SUMS
                    + " WHERE a.kind = ?) sums GROUP BY kind, currency",
                AccountQueries::total,
                kind))
        .stream()
        .map(KindTotal::balance)
        .filter(Money::isPositive)
        .toList();
  }

  /**
   * The chart of accounts as it stood at the end of a day in Baghdad: with what had been booked by
   * then, or with what had happened by then, whenever it was booked.
   */
  public List<KindTotal> totals(Basis basis, LocalDate day) {
    return inOrder(
        sql.list(
            "SELECT a.kind, a.currency, COUNT(DISTINCT a.id) AS accounts, SUM(s.debits) AS debits,"
                + " SUM(s.credits) AS credits FROM ledger_account a JOIN (SELECT d.account,"
                + " d.debit_minor AS debits, d.credit_minor AS credits FROM ledger_day_rollup d"
                + " WHERE d.basis = ? AND d.day <= ? UNION ALL SELECT e.account,"
                + " IF(e.side = 'DEBIT', e.amount_minor, 0), IF(e.side = 'CREDIT', e.amount_minor, 0)"
                + " FROM ledger_entry e JOIN ledger_journal j ON j.id = e.journal WHERE e.journal >"
                + " (SELECT c.upto FROM ledger_cursor_lock c WHERE c.name = 'BALANCES') AND j."
                + basis.column()
                + " < ?) s ON s.account = a.id GROUP BY a.kind, a.currency",
            AccountQueries::total,
            basis,
            day,
            Baghdad.startOf(day.plusDays(1))));
  }

  private static KindTotal total(ResultSet row) throws SQLException {
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
  }

  private static List<KindTotal> inOrder(List<KindTotal> totals) {
    return totals.stream()
        .sorted(Comparator.comparing(KindTotal::kind).thenComparing(KindTotal::currency))
        .toList();
  }

  /** By what the accounts of a kind are put in order. */
  public enum By {
    /** When they were opened. */
    ACCOUNT,
    DEBITS,
    CREDITS,
    BALANCE
  }

  /**
   * An order of the accounts of a kind. Amounts are compared within a currency: the currencies
   * stand one after the other.
   */
  public record Order(By by, boolean descending) {

    /** The last opened first. */
    public static final Order NEWEST = new Order(By.ACCOUNT, true);

    private String sql(AccountKind kind) {
      String amount =
          switch (by) {
            case ACCOUNT -> null;
            case DEBITS -> DEBITS;
            case CREDITS -> CREDITS;
            case BALANCE ->
                kind.normalSide() == Side.DEBIT
                    ? DEBITS + " - (" + CREDITS + ")"
                    : CREDITS + " - (" + DEBITS + ")";
          };
      String direction = descending ? " DESC" : "";
      return amount == null
          ? "a.id" + direction
          : "a.currency, " + amount + direction + ", a.id" + direction;
    }
  }

  /**
   * A page of the accounts of a kind. All of the kind are found by their index and each one's sum
   * by its key, whatever the order; of them one page is kept.
   */
  public List<AccountView> ofKind(AccountKind kind, Order order, Page.Wish wish) {
    return sql.list(
        "SELECT a.id, a.kind, a.currency, a.owner,"
            + SUMS
            + " WHERE a.kind = ? ORDER BY "
            + order.sql(kind)
            + " LIMIT "
            + wish.size()
            + " OFFSET "
            + wish.offset(),
        AccountQueries::view,
        kind);
  }

  /** How many accounts of a kind there are. */
  public long countOf(AccountKind kind) {
    return sql.number("SELECT COUNT(*) FROM ledger_account WHERE kind = ?", kind);
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
}
