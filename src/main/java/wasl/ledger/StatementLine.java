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
    Money balance) {}
