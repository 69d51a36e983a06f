package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/**
 * Adds settled journals to the accounts' sums and to those of each day, so that a balance is one
 * row and a short tail, and one as of a day a few rows and that tail. Sums and cursor move in one
 * transaction; the sums can be made anew from the entries at any time.
 */
@ApplicationScoped
public class RollUpBalances implements DueWork {

  private static final String CURSOR = "BALANCES";
  private static final int PORTION = 2_000;

  /** Baghdad is three hours ahead of UTC all year. */
  private static final String DAYS =
      "INSERT INTO ledger_day_rollup (account, basis, day, debit_minor, credit_minor)"
          + " SELECT account, basis, day, debits, credits FROM (SELECT e.account AS account,"
          + " ? AS basis, DATE(j.%1$s + INTERVAL 3 HOUR) AS day,"
          + " SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)) AS debits,"
          + " SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)) AS credits"
          + " FROM ledger_journal j JOIN ledger_entry e ON e.journal = j.id"
          + " WHERE j.id > ? AND j.id <= ?"
          + " GROUP BY e.account, DATE(j.%1$s + INTERVAL 3 HOUR)) AS ahead"
          + " ON DUPLICATE KEY UPDATE debit_minor = debit_minor + ahead.debits,"
          + " credit_minor = credit_minor + ahead.credits";

  @Inject private Sql sql;
  @Inject private Background background;

  @Override
  public String name() {
    return "ledger-balances";
  }

  /** Never by the application's clock: what is settled depends on real time. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  /**
   * Adds a portion.
   *
   * @return 1, or 0 when there was nothing to add
   */
  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    return upTo(background.settled());
  }

  int upTo(long settled) {
    long from = background.take(CURSOR);
    long to = background.next(from, settled, PORTION);
    if (to == from) {
      return 0;
    }
    sql.change(
        "INSERT INTO ledger_balance_rollup (account, debit_minor, credit_minor)"
            + " SELECT account, debits, credits FROM (SELECT e.account AS account,"
            + " SUM(IF(e.side = 'DEBIT', e.amount_minor, 0)) AS debits,"
            + " SUM(IF(e.side = 'CREDIT', e.amount_minor, 0)) AS credits"
            + " FROM ledger_entry e WHERE e.journal > ? AND e.journal <= ?"
            + " GROUP BY e.account) AS ahead ON DUPLICATE KEY UPDATE"
            + " debit_minor = debit_minor + ahead.debits,"
            + " credit_minor = credit_minor + ahead.credits",
        from,
        to);
    for (Basis basis : Basis.values()) {
      sql.change(DAYS.formatted(basis.column()), basis, from, to);
    }
    background.move(CURSOR, to);
    return 1;
  }
}
