package wasl.ledger;

import java.time.Instant;
import java.util.List;

/**
 * A posted journal.
 *
 * @param number its number without a gap; null until it is given, shortly after posting
 * @param bookedAt when it was posted, by the application's clock
 * @param effectiveAt when it happened outside
 * @param listing the listing's id, or null
 * @param pledge the pledge's id, or null
 * @param reference what finance officers look for, or null
 * @param reverses the journal that it undoes, or null
 */
public record JournalView(
    JournalId id,
    Long number,
    JournalType type,
    Instant bookedAt,
    Instant effectiveAt,
    Long listing,
    Long pledge,
    String reference,
    JournalId reverses,
    List<JournalEntry.Line> entries) {

  public JournalView {
    entries = List.copyOf(entries);
  }

  /** The same journal with its entries. */
  JournalView with(List<JournalEntry.Line> entries) {
    return new JournalView(
        id, number, type, bookedAt, effectiveAt, listing, pledge, reference, reverses, entries);
  }
}
