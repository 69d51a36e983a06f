package wasl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Sql;

/** Reads the ledger's columns. */
final class LedgerRows {

  private LedgerRows() {}

  static AccountRef account(ResultSet row) throws SQLException {
    return new AccountRef(
        AccountKind.valueOf(row.getString("kind")),
        Currency.valueOf(row.getString("currency")),
        row.getLong("owner"));
  }

  /** What debits and credits leave on an account, positive on the side on which it grows. */
  static Money balance(AccountRef account, long debitMinor, long creditMinor) {
    return balance(account.kind(), account.currency(), debitMinor, creditMinor);
  }

  static Money balance(AccountKind kind, Currency currency, long debitMinor, long creditMinor) {
    long minor =
        kind.normalSide() == Side.DEBIT
            ? Math.subtractExact(debitMinor, creditMinor)
            : Math.subtractExact(creditMinor, debitMinor);
    return Money.minor(minor, currency);
  }

  /** A journal without its entries; the row may carry the one that reverses it. */
  static JournalView head(ResultSet row) throws SQLException {
    return new JournalView(
        new JournalId(row.getLong("id")),
        optional(row, "number"),
        JournalType.valueOf(row.getString("type")),
        Sql.instant(row, "booked_at"),
        Sql.instant(row, "effective_at"),
        optional(row, "listing"),
        optional(row, "pledge"),
        row.getString("reference"),
        journalId(row, "reverses"),
        List.of());
  }

  static Long optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static JournalId journalId(ResultSet row, String column) throws SQLException {
    Long value = optional(row, column);
    return value == null ? null : new JournalId(value);
  }
}
