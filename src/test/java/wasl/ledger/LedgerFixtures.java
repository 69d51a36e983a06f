package wasl.ledger;

import static wasl.ledger.JournalEntry.Line.credit;
import static wasl.ledger.JournalEntry.Line.debit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Ids;

/** Journals for tests. */
final class LedgerFixtures {

  static final Instant THEN = Instant.parse("2026-02-15T09:30:00Z");
  static final AccountRef CLEARING = AccountRef.of(AccountKind.GATEWAY_CLEARING, Currency.USD);
  static final AccountRef FEES = AccountRef.of(AccountKind.GATEWAY_FEES, Currency.USD);

  private LedgerFixtures() {}

  static Money usd(long minor) {
    return Money.minor(minor, Currency.USD);
  }

  /** The escrow of a listing that nobody else has. */
  static AccountRef anEscrow() {
    return AccountRef.of(AccountKind.LISTING_ESCROW, Currency.USD, Ids.next());
  }

  static String aKey() {
    return "test:" + Ids.text(Ids.next());
  }

  static JournalEntry entry(String key, JournalEntry.Line... lines) {
    return new JournalEntry(
        JournalType.PLEDGE_COLLECTED,
        key,
        THEN,
        new JournalReference(null, null, "ch_test"),
        Arrays.asList(lines));
  }

  /** A pledge comes in. */
  static JournalEntry collected(String key, AccountRef escrow, long minor) {
    return entry(key, debit(CLEARING, usd(minor)), credit(escrow, usd(minor)));
  }

  /** A pledge goes back. */
  static JournalEntry refunded(String key, AccountRef escrow, long minor) {
    return new JournalEntry(
        JournalType.REFUND,
        key,
        THEN,
        JournalReference.to("re_test"),
        List.of(debit(escrow, usd(minor)), credit(CLEARING, usd(minor))));
  }
}
