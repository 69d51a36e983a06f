package wasl.ledger.rest;

import java.time.Instant;
import java.util.List;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalView;
import wasl.ledger.Side;
import wasl.money.rest.MoneyJson;
import wasl.shared.Ids;

/**
 * A journal on the wire.
 *
 * @param number its number without a gap; absent until it is given
 * @param reference the gateway's or the bank's own number
 * @param reverses the journal that it undoes
 */
public record JournalJson(
    String id,
    Long number,
    String type,
    Instant bookedAt,
    Instant effectiveAt,
    String listing,
    String pledge,
    String reference,
    String reverses,
    List<EntryJson> entries) {

  /**
   * One entry.
   *
   * @param account {@code KIND:CURRENCY} or {@code KIND:CURRENCY:OWNER}
   */
  public record EntryJson(String account, Side side, MoneyJson amount) {

    static EntryJson of(JournalEntry.Line line) {
      return new EntryJson(line.account().toString(), line.side(), MoneyJson.of(line.amount()));
    }
  }

  static JournalJson of(JournalView journal) {
    return new JournalJson(
        journal.id().toString(),
        journal.number(),
        journal.type().name(),
        journal.bookedAt(),
        journal.effectiveAt(),
        journal.listing() == null ? null : Ids.text(journal.listing()),
        journal.pledge() == null ? null : Ids.text(journal.pledge()),
        journal.reference(),
        journal.reverses() == null ? null : journal.reverses().toString(),
        journal.entries().stream().map(EntryJson::of).toList());
  }
}
