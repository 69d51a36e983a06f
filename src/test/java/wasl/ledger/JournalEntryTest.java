package wasl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.ledger.JournalEntry.Line.credit;
import static wasl.ledger.JournalEntry.Line.debit;
import static wasl.ledger.LedgerFixtures.CLEARING;
import static wasl.ledger.LedgerFixtures.FEES;
import static wasl.ledger.LedgerFixtures.THEN;
import static wasl.ledger.LedgerFixtures.entry;
import static wasl.ledger.LedgerFixtures.usd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import wasl.money.Currency;
import wasl.money.Money;

class JournalEntryTest {

  private static final AccountRef ESCROW =
      AccountRef.of(AccountKind.LISTING_ESCROW, Currency.USD, 7);

  @Property
  void whateverExistsBalances(@ForAll("lines") List<JournalEntry.Line> lines) {
    boolean balanced = JournalEntry.imbalance(lines).isEmpty();
    if (balanced && lines.size() >= 2) {
      JournalEntry entry = entry("k", lines.toArray(JournalEntry.Line[]::new));
      for (Currency currency : Currency.values()) {
        assertThat(sum(entry, currency, Side.DEBIT)).isEqualTo(sum(entry, currency, Side.CREDIT));
      }
    } else {
      assertThatThrownBy(() -> entry("k", lines.toArray(JournalEntry.Line[]::new)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void anyLinesAndTheirMirrorMakeAJournal(@ForAll("lines") List<JournalEntry.Line> lines) {
    List<JournalEntry.Line> all = new ArrayList<>(lines);
    lines.forEach(
        line ->
            all.add(new JournalEntry.Line(line.account(), line.side().opposite(), line.amount())));
    JournalEntry entry = entry("k", all.toArray(JournalEntry.Line[]::new));
    assertThat(entry.draws()).isEmpty();
  }

  @Provide
  Arbitrary<List<JournalEntry.Line>> lines() {
    Arbitrary<AccountRef> accounts =
        Combinators.combine(Arbitraries.of(AccountKind.class), Arbitraries.of(Currency.class))
            .as(
                (kind, currency) ->
                    new AccountRef(kind, currency, kind.owner() == AccountOwner.PLATFORM ? 0 : 5));
    return Combinators.combine(
            accounts, Arbitraries.of(Side.class), Arbitraries.longs().between(1, 3))
        .as(
            (account, side, minor) ->
                new JournalEntry.Line(account, side, Money.minor(minor, account.currency())))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static long sum(JournalEntry entry, Currency currency, Side side) {
    return entry.lines().stream()
        .filter(line -> line.side() == side && line.amount().currency() == currency)
        .mapToLong(line -> line.amount().amountMinor())
        .sum();
  }

  @Property
  void drawsAreWhatAGuardedAccountLoses(
      @ForAll @LongRange(min = 1, max = 1_000) long out,
      @ForAll @LongRange(min = 1, max = 1_000) long in) {
    JournalEntry entry =
        entry(
            "k",
            debit(ESCROW, usd(out)),
            credit(CLEARING, usd(out)),
            credit(ESCROW, usd(in)),
            debit(FEES, usd(in)));
    if (out > in) {
      assertThat(entry.draws()).containsEntry(ESCROW, usd(out - in)).hasSize(1);
    } else {
      assertThat(entry.draws()).isEmpty();
    }
  }

  @Example
  void refusesLinesThatMoveNothingOrTheWrongCurrency() {
    assertThatThrownBy(() -> debit(CLEARING, usd(0))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> debit(CLEARING, usd(-1))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> debit(CLEARING, Money.minor(1, Currency.EUR)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void refusesSumsThatDoNotFit() {
    assertThatThrownBy(
            () ->
                entry(
                    "k",
                    debit(CLEARING, usd(Long.MAX_VALUE)),
                    debit(FEES, usd(1)),
                    credit(ESCROW, usd(Long.MAX_VALUE))))
        .isInstanceOf(ArithmeticException.class);
  }

  @Example
  void refusesKeysAndSizesThatAreNotSane() {
    JournalEntry.Line in = debit(CLEARING, usd(1));
    JournalEntry.Line out = credit(ESCROW, usd(1));
    for (String key : new String[] {null, "", " ", "k".repeat(161)}) {
      assertThatThrownBy(() -> entry(key, in, out)).isInstanceOf(IllegalArgumentException.class);
    }
    JournalEntry.Line[] many =
        Collections.nCopies(JournalEntry.MOST_LINES + 2, in).toArray(JournalEntry.Line[]::new);
    assertThatThrownBy(() -> entry("k", many)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JournalReference(null, null, "x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void theBodyIsAllButTheKey() {
    JournalEntry.Line in = debit(CLEARING, usd(1));
    JournalEntry.Line out = credit(ESCROW, usd(1));
    JournalEntry one = entry("k", in, out);
    assertThat(entry("other", in, out).bodyHash()).isEqualTo(one.bodyHash());
    assertThat(entry("k", out, in).bodyHash()).isNotEqualTo(one.bodyHash());
    JournalEntry later =
        new JournalEntry(one.type(), "k", THEN.plusNanos(1_000), one.reference(), one.lines());
    assertThat(later.bodyHash()).isNotEqualTo(one.bodyHash());
    JournalEntry beyondMicros =
        new JournalEntry(one.type(), "k", THEN.plusNanos(999), one.reference(), one.lines());
    assertThat(beyondMicros.bodyHash()).isEqualTo(one.bodyHash());
  }

  @Example
  void namesOfAccountsComeBack() {
    assertThat(AccountRef.parse(ESCROW.toString())).contains(ESCROW);
    assertThat(AccountRef.parse(CLEARING.toString())).contains(CLEARING);
    for (String wrong :
        new String[] {
          null,
          "",
          "X",
          "GATEWAY_CLEARING",
          "GATEWAY_CLEARING:GBP",
          "A:B:C:D",
          "LISTING_ESCROW:USD",
          CLEARING + ":" + "0000000000007"
        }) {
      assertThat(AccountRef.parse(wrong)).isEmpty();
    }
    assertThatThrownBy(() -> AccountRef.of(AccountKind.LISTING_ESCROW, Currency.USD))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AccountRef.of(AccountKind.ESCROW_BANK, Currency.USD, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
