package wasl.sandbox.demo;

import java.time.Instant;
import java.util.List;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalEntry.Line;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.money.Currency;
import wasl.money.Money;

/** The most frequent journal, for {@code ./wasl bench}: a pledge with a tip is collected. */
final class BenchPostings {

  private static final Money PLEDGE = Money.minor(5_000, Currency.USD);
  private static final Money TIP = Money.minor(200, Currency.USD);

  private BenchPostings() {}

  static JournalEntry collected(long listing, String key, Instant at) {
    return new JournalEntry(
        JournalType.PLEDGE_COLLECTED,
        key,
        at,
        new JournalReference(listing, null, null),
        List.of(
            Line.debit(AccountRef.of(AccountKind.GATEWAY_CLEARING, Currency.USD), PLEDGE.plus(TIP)),
            Line.credit(AccountRef.of(AccountKind.LISTING_ESCROW, Currency.USD, listing), PLEDGE),
            Line.credit(AccountRef.of(AccountKind.TIPS_HELD, Currency.USD, listing), TIP)));
  }
}
