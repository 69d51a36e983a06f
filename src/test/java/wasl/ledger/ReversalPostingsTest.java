package wasl.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.ledger.JournalEntry.Line;
import wasl.money.Currency;
import wasl.money.Money;

class ReversalPostingsTest {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Money TEN = Money.minor(1_000, Currency.USD);
  private static final AccountRef CLEARING =
      AccountRef.of(AccountKind.GATEWAY_CLEARING, Currency.USD);
  private static final AccountRef FEES = AccountRef.of(AccountKind.GATEWAY_FEES, Currency.USD);

  @Test
  void mirrorsEachLineAndNamesWhatItUndoes() {
    JournalView posted =
        new JournalView(
            new JournalId(7),
            null,
            JournalType.GATEWAY_FEE,
            AT,
            AT,
            1L,
            2L,
            "ch_1",
            null,
            List.of(Line.debit(FEES, TEN), Line.credit(CLEARING, TEN)));
    JournalEntry reversal = ReversalPostings.of(posted, "undo:7", AT.plusSeconds(5));
    assertThat(reversal)
        .isEqualTo(
            new JournalEntry(
                JournalType.REVERSAL,
                "undo:7",
                AT.plusSeconds(5),
                new JournalReference(1L, 2L, "ch_1", new JournalId(7)),
                List.of(Line.credit(FEES, TEN), Line.debit(CLEARING, TEN))));
  }
}
