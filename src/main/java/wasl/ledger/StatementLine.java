package wasl.ledger;

import java.time.Instant;
import wasl.money.Money;

/**
 * One entry of an account.
 *
 * @param balance what stood on the account after it
 */
public record StatementLine(
    JournalId journal,
    Long number,
    JournalType type,
    Instant bookedAt,
    Instant effectiveAt,
    String reference,
    Side side,
    Money amount,
    Money balance) {

  StatementLine with(Money after) {
    return new StatementLine(
        journal, number, type, bookedAt, effectiveAt, reference, side, amount, after);
  }
}
