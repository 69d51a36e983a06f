package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wasl.ledger.AccountMovement;
import wasl.ledger.JournalId;
import wasl.ledger.JournalType;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payment.Movement;
import wasl.payment.MovementPart;

/** Every way in which the gateway's balance and the books can differ has its own name. */
class MatchingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(8));
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

  private final List<Movement> gateway = new ArrayList<>();
  private final List<AccountMovement> books = new ArrayList<>();
  private final Map<JournalId, Matching.Corrected> corrected = new HashMap<>();
  private long last = 600_000_000_000L;

  @Test
  void ofVeryManyEachHasItsTurnToBeAskedAbout() {
    Set<String> all =
        IntStream.range(0, 100)
            .mapToObj(i -> "ch_" + i)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> asked = new TreeSet<>();
    for (int comparison = 0; comparison < 200; comparison++) {
      Set<String> turn = ReconcileGateway.turn(all, 50);
      assertThat(turn).hasSize(50);
      asked.addAll(turn);
    }
    assertThat(asked).isEqualTo(all);
    assertThat(ReconcileGateway.turn(Set.of("ch_1"), 50)).containsExactly("ch_1");
  }

  @Test
  void agreesOnWhatBothSay() {
    charge("ch_1", 10_000, 320, "USD");
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    booked(JournalType.GATEWAY_FEE, "ch_1", -320);
    gateway.add(row("txn_r", MovementPart.REFUND, "re_1", -4_000, 0, "USD", LONG_AGO));
    booked(JournalType.REFUND, "re_1", -4_000);
    gateway.add(row("txn_f", MovementPart.REFUND_FAILURE, "re_1", 4_000, 0, "USD", LONG_AGO));
    booked(JournalType.REFUND_FAILED, "re_1", 4_000);
    gateway.add(row("txn_d", MovementPart.DISPUTE, "dp_1", -10_000, 1_500, "USD", LONG_AGO));
    booked(JournalType.DISPUTE_OPENED, "dp_1", -10_000);
    booked(JournalType.DISPUTE_FEE, "dp_1", -1_500);
    gateway.add(row("txn_w", MovementPart.DISPUTE_REVERSAL, "dp_1", 10_000, 0, "USD", LONG_AGO));
    booked(JournalType.DISPUTE_WON, "dp_1", 10_000);
    gateway.add(row("txn_p", MovementPart.PAYOUT, "po_1", -9_000, 0, "USD", LONG_AGO));
    booked(JournalType.GATEWAY_PAYOUT, "po_1", -9_000);

    assertThat(found().differences()).isEmpty();
    assertThat(found().matched()).isEqualTo(6);
  }

  @Test
  void namesWhatTheBooksLack() {
    charge("ch_1", 10_000, 320, "USD");
    one(DifferenceKind.MISSING_IN_BOOKS);
  }

  @Test
  void namesWhatTheGatewayLacks() {
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    Difference missing = one(DifferenceKind.MISSING_AT_GATEWAY);
    assertThat(missing.journal()).isEqualTo(books.get(0).journal());
    assertThat(missing.booked()).isEqualTo(usd(10_000));
  }

  @Test
  void namesTheFeeOfAChargeThatTheGatewayLacks() {
    booked(JournalType.GATEWAY_FEE, "ch_1", -320);
    one(DifferenceKind.MISSING_AT_GATEWAY);
  }

  @Test
  void namesTheSecondOfTwoAtTheGateway() {
    charge("ch_1", 10_000, 320, "USD");
    gateway.add(row("txn_b", MovementPart.CHARGE, "ch_1", 10_000, 320, "USD", YESTERDAY));
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    booked(JournalType.GATEWAY_FEE, "ch_1", -320);
    assertThat(one(DifferenceKind.TWICE_AT_GATEWAY).movement()).isEqualTo("txn_b");
    assertThat(found().matched()).isZero();
  }

  @Test
  void namesTheSecondOfTwoInTheBooks() {
    charge("ch_1", 10_000, 0, "USD");
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    assertThat(one(DifferenceKind.TWICE_IN_BOOKS).journal()).isEqualTo(books.get(1).journal());
  }

  @Test
  void namesAnotherAmountAndKeepsBoth() {
    charge("ch_1", 10_001, 320, "USD");
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    booked(JournalType.GATEWAY_FEE, "ch_1", -320);
    Difference other = one(DifferenceKind.OTHER_AMOUNT);
    assertThat(other.gateway()).isEqualTo(usd(10_001));
    assertThat(other.booked()).isEqualTo(usd(10_000));
  }

  @Test
  void namesAnotherFeeAndOneThatIsNotBooked() {
    charge("ch_1", 10_000, 321, "USD");
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    assertThat(one(DifferenceKind.OTHER_FEE).booked()).isEqualTo(usd(0));
    booked(JournalType.GATEWAY_FEE, "ch_1", -320);
    Difference other = one(DifferenceKind.OTHER_FEE);
    assertThat(other.gateway()).isEqualTo(usd(321));
    assertThat(other.booked()).isEqualTo(usd(320));
  }

  @Test
  void takesAFeeInAnotherCurrencyForAnotherFee() {
    charge("ch_1", 10_000, 320, "USD");
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    books.add(
        new AccountMovement(
            new JournalId(++last),
            JournalType.GATEWAY_FEE,
            null,
            null,
            null,
            null,
            "ch_1",
            LONG_AGO,
            LONG_AGO,
            Money.minor(-320, Currency.EUR)));
    assertThat(one(DifferenceKind.OTHER_FEE).booked()).isEqualTo(usd(0));
    booked(JournalType.GATEWAY_FEE, "ch_1", -320);
    assertThat(one(DifferenceKind.OTHER_FEE).booked()).isEqualTo(usd(320));
  }

  @Test
  void namesAnotherCurrencyAlsoOneThatIsNotKnown() {
    charge("ch_1", 10_000, 320, "EUR");
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    assertThat(one(DifferenceKind.OTHER_CURRENCY).gateway())
        .isEqualTo(Money.minor(10_000, Currency.EUR));
    gateway.set(0, row("txn_a", MovementPart.CHARGE, "ch_1", 10_000, 320, "GBP", LONG_AGO));
    assertThat(one(DifferenceKind.OTHER_CURRENCY).gateway()).isNull();
  }

  @Test
  void lettersThatDifferInCaseAreTwoNumbers() {
    charge("ch_a", 10_000, 0, "USD");
    booked(JournalType.PLEDGE_COLLECTED, "ch_A", 10_000);
    assertThat(found().differences())
        .extracting(Difference::kind)
        .containsExactlyInAnyOrder(
            DifferenceKind.MISSING_IN_BOOKS, DifferenceKind.MISSING_AT_GATEWAY);
  }

  @Test
  void takesAReversedJournalForNone() {
    charge("ch_1", 10_000, 0, "USD");
    JournalId wrong = new JournalId(++last);
    JournalId reversal = new JournalId(++last);
    books.add(journal(wrong, JournalType.PLEDGE_COLLECTED, null, reversal, "ch_1", 9_000));
    books.add(journal(reversal, JournalType.PLEDGE_COLLECTED, wrong, null, "ch_1", -9_000));
    one(DifferenceKind.MISSING_IN_BOOKS);
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    assertThat(found().differences()).isEmpty();
  }

  @Test
  void waitsForAPayoutToArrive() {
    gateway.add(row("txn_p", MovementPart.PAYOUT, "po_1", -9_000, 0, "USD", YESTERDAY));
    assertThat(found().differences()).isEmpty();
    assertThat(found().underway()).isEqualTo(1);
    gateway.set(0, row("txn_p", MovementPart.PAYOUT, "po_1", -9_000, 0, "USD", LONG_AGO));
    one(DifferenceKind.MISSING_IN_BOOKS);
  }

  @Test
  void matchesEachTopUpWithOneOfItsAmount() {
    booked(JournalType.CLEARING_TOP_UP, "TRN1", 5_000);
    booked(JournalType.CLEARING_TOP_UP, "TRN1", 6_000);
    gateway.add(row("txn_t", MovementPart.TOP_UP, "tu_1", 6_000, 0, "USD", LONG_AGO));
    Matching.Found found = found();
    assertThat(found.matched()).isEqualTo(1);
    assertThat(found.differences())
        .extracting(Difference::kind)
        .containsExactly(DifferenceKind.MISSING_AT_GATEWAY);
    assertThat(found.differences().get(0).booked()).isEqualTo(usd(5_000));
  }

  /** Each month the same sum: an older one must not take the place of this month's. */
  @Test
  void matchesATopUpWithTheNearestInTime() {
    Instant first = NOW.minus(Duration.ofDays(58));
    Instant second = NOW.minus(Duration.ofDays(28));
    topUp(5_000, second.minus(Duration.ofDays(2)));
    gateway.add(row("txn_1", MovementPart.TOP_UP, "tu_1", 5_000, 0, "USD", first));
    gateway.add(row("txn_2", MovementPart.TOP_UP, "tu_2", 5_000, 0, "USD", second));
    assertThat(found().matched()).isEqualTo(1);
    assertThat(one(DifferenceKind.MISSING_IN_BOOKS).gatewayAt()).isEqualTo(first);
  }

  @Test
  void takesAPayoutThatCameBackForNoneUnlessItIsBooked() {
    gateway.add(row("txn_p", MovementPart.PAYOUT, "po_1", -9_000, 0, "USD", LONG_AGO));
    gateway.add(row("txn_b", MovementPart.PAYOUT_REVERSAL, "po_1", 9_000, 0, "USD", YESTERDAY));
    assertThat(found().differences()).isEmpty();
    assertThat(found().matched()).isEqualTo(2);

    booked(JournalType.GATEWAY_PAYOUT, "po_1", -9_000);
    Difference back = one(DifferenceKind.MISSING_IN_BOOKS);
    assertThat(back.part()).isEqualTo(MovementPart.PAYOUT_REVERSAL);

    books.clear();
    JournalId wrong = new JournalId(++last);
    JournalId reversal = new JournalId(++last);
    books.add(journal(wrong, JournalType.GATEWAY_PAYOUT, null, reversal, "po_1", -9_000));
    books.add(journal(reversal, JournalType.GATEWAY_PAYOUT, wrong, null, "po_1", 9_000));
    assertThat(found().differences()).isEmpty();

    gateway.set(1, row("txn_b", MovementPart.PAYOUT_REVERSAL, "po_1", 8_999, 0, "USD", YESTERDAY));
    assertThat(found().differences()).hasSize(2);
  }

  @Test
  void leavesTimeToBookWhatTheGatewayDidJustNow() {
    Instant just = NOW.minus(Duration.ofMinutes(1));
    gateway.add(row("txn_a", MovementPart.CHARGE, "ch_1", 10_000, 320, "USD", just));
    assertThat(found().differences()).isEmpty();
    assertThat(found().underway()).isEqualTo(1);
    booked(JournalType.PLEDGE_COLLECTED, "ch_1", 10_000);
    assertThat(found().differences()).isEmpty();
    booked(JournalType.GATEWAY_FEE, "ch_1", -319);
    one(DifferenceKind.OTHER_FEE);
  }

  @Test
  void countsWhatOfficersBookedOfAFeeWhereItBelongs() {
    gateway.add(row("txn_d", MovementPart.DISPUTE, "dp_1", -10_000, 1_500, "USD", LONG_AGO));
    booked(JournalType.DISPUTE_OPENED, "dp_1", -10_000);
    booked(JournalType.DISPUTE_FEE, "dp_1", -1_500);
    gateway.add(
        row("txn_w", MovementPart.DISPUTE_REVERSAL, "dp_1", 10_000, -1_500, "USD", LONG_AGO));
    booked(JournalType.DISPUTE_WON, "dp_1", 10_000);
    assertThat(one(DifferenceKind.OTHER_FEE).part()).isEqualTo(MovementPart.DISPUTE_REVERSAL);
    JournalId given = booked(JournalType.FEE_CORRECTED, "dp_1", 1_500);
    corrected.put(given, new Matching.Corrected(MovementPart.DISPUTE_REVERSAL, true));
    assertThat(found().differences()).isEmpty();

    gateway.add(row("txn_x", MovementPart.OTHER, "txn_x", -700, 0, "USD", LONG_AGO));
    one(DifferenceKind.MISSING_IN_BOOKS);
    JournalId bill = booked(JournalType.FEE_CORRECTED, "txn_x", -700);
    corrected.put(bill, new Matching.Corrected(MovementPart.OTHER, false));
    assertThat(found().differences()).isEmpty();
  }

  @Test
  void namesWhatTheBooksHaveNoJournalFor() {
    gateway.add(row("txn_x", MovementPart.OTHER, "txn_x", -700, 0, "USD", LONG_AGO));
    one(DifferenceKind.MISSING_IN_BOOKS);
  }

  @Test
  void givesTheSameDifferenceTheSameKeyEachTime() {
    charge("ch_1", 10_000, 320, "USD");
    String key = one(DifferenceKind.MISSING_IN_BOOKS).key();
    charge("ch_2", 10_000, 320, "USD");
    assertThat(found().differences()).extracting(Difference::key).contains(key).hasSize(2);
  }

  private Difference one(DifferenceKind kind) {
    assertThat(found().differences()).extracting(Difference::kind).containsExactly(kind);
    return found().differences().get(0);
  }

  private Matching.Found found() {
    return Matching.of(gateway, books, corrected, NOW);
  }

  private void charge(String charge, long amount, long fee, String currency) {
    gateway.add(row("txn_a", MovementPart.CHARGE, charge, amount, fee, currency, LONG_AGO));
  }

  private static Movement row(
      String id,
      MovementPart part,
      String source,
      long amount,
      long fee,
      String currency,
      Instant at) {
    return new Movement(id, part, source, amount, fee, currency, at);
  }

  private JournalId booked(JournalType type, String reference, long minor) {
    JournalId id = new JournalId(++last);
    books.add(journal(id, type, null, null, reference, minor));
    return id;
  }

  private void topUp(long minor, Instant at) {
    JournalId id = new JournalId(++last);
    books.add(
        new AccountMovement(
            id, JournalType.CLEARING_TOP_UP, null, null, null, null, "TRN", at, at, usd(minor)));
  }

  private static AccountMovement journal(
      JournalId id,
      JournalType type,
      JournalId reverses,
      JournalId reversedBy,
      String reference,
      long minor) {
    return new AccountMovement(
        id, type, reverses, reversedBy, null, null, reference, LONG_AGO, LONG_AGO, usd(minor));
  }

  private static Money usd(long minor) {
    return Money.minor(minor, Currency.USD);
  }
}
