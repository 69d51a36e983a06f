package wasl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import wasl.money.Currency;
import wasl.money.Money;

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
    long minor =
        account.kind().normalSide() == Side.DEBIT
            ? Math.subtractExact(debitMinor, creditMinor)
            : Math.subtractExact(creditMinor, debitMinor);
    return Money.minor(minor, account.currency());
  }
}
