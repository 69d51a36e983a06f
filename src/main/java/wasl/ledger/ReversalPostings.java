package wasl.ledger;

import java.time.Instant;

/** The recipe of a reversal. */
final class ReversalPostings {

  private ReversalPostings() {}

  static JournalEntry of(JournalView posted, String key, Instant now) {
    return new JournalEntry(
        JournalType.REVERSAL,
        key,
        now,
        new JournalReference(posted.listing(), posted.pledge(), posted.reference(), posted.id()),
        posted.entries().stream()
            .map(
                line ->
                    new JournalEntry.Line(line.account(), line.side().opposite(), line.amount()))
            .toList());
  }
}
