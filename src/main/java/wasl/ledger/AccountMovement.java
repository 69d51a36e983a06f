package wasl.ledger;

import java.time.Instant;
import wasl.money.Money;

/**
 * What one journal moved on the accounts of a kind, in one currency.
 *
 * @param type the journal's type; for a reversal the type of what it undoes
 * @param reverses the journal that it undoes, or null
 * @param reversedBy the journal that undoes it, or null
 * @param reference the gateway's or the bank's number, or null
 * @param amount debits less credits
 */
public record AccountMovement(
    JournalId journal,
    JournalType type,
    JournalId reverses,
    JournalId reversedBy,
    Long listing,
    Long pledge,
    String reference,
    Instant bookedAt,
    Instant effectiveAt,
    Money amount) {

  /** Whether it and what undoes it, or what it undoes, come to nothing together. */
  public boolean undone() {
    return reverses != null || reversedBy != null;
  }
}
