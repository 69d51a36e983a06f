package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.payment.BooksFixtures;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.payment.MovementPart;
import wasl.pledge.PledgeId;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.task.FinanceTasks;
import wasl.task.TaskQueries;

/**
 * One row of the gateway's balance is removed, doubled, or gets another amount, fee or currency:
 * each is named, opens a task, is booked by nobody, and is gone when the gateway is right again.
 */
@ExtendWith(ArquillianExtension.class)
class ReconciliationIT {

  private static final Actor OFFICER =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private AskReconciliation ask;
  @Inject private BookFeeDifference book;
  @Inject private ReconcileGateway reconcile;
  @Inject private Reconciliations reconciliations;
  @Inject private TaskQueries tasks;
  @Inject private FinanceTasks open;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private Instant begin;

  @BeforeEach
  @AfterEach
  void behave() {
    gateway.behave();
    begin = clock.instant();
  }

  @Test
  void namesEachRowThatDiffersAndForgetsItWhenItIsGone() {
    ListingId listing = campaigns.live(1_000);
    List<PledgeId> pledges =
        List.of(
            pledged(listing),
            pledged(listing),
            pledged(listing),
            pledged(listing),
            pledged(listing));
    campaigns.passDeadline(listing);
    List<String> charges = pledges.stream().map(this::charge).toList();
    assertThat(of(charges, compared())).isEmpty();
    final long journals = sql.number("SELECT COUNT(*) FROM ledger_journal");

    int fee = gateway.falsify(charges.get(3), "\"fee\":1").getInt("fee");
    gateway.falsify(charges.get(0), "\"remove\":true");
    gateway.falsify(charges.get(1), "\"duplicate\":true");
    gateway.falsify(charges.get(2), "\"amount\":20001");
    gateway.falsify(charges.get(4), "\"currency\":\"eur\"");

    List<Reconciliations.Kept> found = of(charges, compared());
    assertThat(fee).isEqualTo(1);
    assertThat(found)
        .extracting(kept -> kept.what().kind())
        .containsExactlyInAnyOrder(
            DifferenceKind.MISSING_AT_GATEWAY,
            DifferenceKind.MISSING_AT_GATEWAY,
            DifferenceKind.TWICE_AT_GATEWAY,
            DifferenceKind.OTHER_AMOUNT,
            DifferenceKind.OTHER_FEE,
            DifferenceKind.OTHER_CURRENCY);
    assertThat(found)
        .allSatisfy(
            kept -> assertThat(tasks.open(kept.what().kind(), kept.what().subject())).isPresent());
    assertThat(sql.number("SELECT COUNT(*) FROM ledger_journal")).isEqualTo(journals);

    // the same again is the same, not more
    assertThat(of(charges, compared()))
        .extracting(Reconciliations.Kept::id)
        .containsExactlyInAnyOrderElementsOf(found.stream().map(Reconciliations.Kept::id).toList());

    gateway.falsify(charges.get(2), "\"amount\":20000");
    List<Reconciliations.Kept> left = of(charges, compared());
    assertThat(left)
        .extracting(kept -> kept.what().kind())
        .doesNotContain(DifferenceKind.OTHER_AMOUNT)
        .hasSize(5);
    assertThat(tasks.open(DifferenceKind.OTHER_AMOUNT, MovementPart.CHARGE + ":" + charges.get(2)))
        .isEmpty();
  }

  @Test
  void waitsWhileTheGatewayIsSilent() {
    gateway.misbehave(
        "{\"path\":\"balance_transactions\",\"kind\":\"status\",\"status\":500,\"times\":4}");
    long id = ask.handle(new AskReconciliation.Command(OFFICER, begin.minusSeconds(60), null));
    reconcile.doDue(clock.instant());
    BooksFixtures.until(() -> reconciliations.find(id).orElseThrow().fault() != null);
    assertThat(reconciliations.find(id).orElseThrow().doneAt()).isNull();

    gateway.behave();
    campaigns.pass(Duration.ofMinutes(11));
    BooksFixtures.until(() -> reconciliations.find(id).orElseThrow().doneAt() != null);
    assertThat(reconciliations.find(id).orElseThrow().fault()).isNull();
  }

  /** Half a list would make all that is not on it look as if the gateway did not know it. */
  @Test
  void takesARefusalInTheMiddleOfTheListForNoAnswer() {
    ListingId listing = campaigns.live(1_000);
    pledged(listing, 1_000);
    campaigns.passDeadline(listing);
    final String charge = gateway.charges(listing).get(0).getString("id");
    campaigns.pass(Duration.ofSeconds(2));
    final List<String> before = open.openSubjects(DifferenceKind.MISSING_AT_GATEWAY);
    gateway.misbehave(
        "{\"path\":\"balance_transactions\",\"kind\":\"status\",\"status\":400,\"times\":1}");
    long id =
        ask.handle(new AskReconciliation.Command(OFFICER, begin.minus(Duration.ofDays(1)), null));
    BooksFixtures.until(
        () -> {
          reconcile.doDue(clock.instant());
          Reconciliations.Run run = reconciliations.find(id).orElseThrow();
          return run.fault() != null || run.doneAt() != null;
        });
    assertThat(reconciliations.find(id).orElseThrow().doneAt()).isNull();
    assertThat(open.openSubjects(DifferenceKind.MISSING_AT_GATEWAY)).isEqualTo(before);
    // told that it asks too fast it asks again
    gateway.misbehave(
        "{\"path\":\"balance_transactions\",\"kind\":\"status\",\"status\":429,\"times\":1}");
    campaigns.pass(Duration.ofMinutes(11));
    BooksFixtures.until(() -> reconciliations.find(id).orElseThrow().doneAt() != null);
    assertThat(of(List.of(charge), id)).isEmpty();
  }

  /** What was open and became something else stays, also when its day is long over. */
  @Test
  void namesWhatADifferenceHasBecome() {
    ListingId listing = campaigns.live(1_000);
    pledged(listing, 1_000);
    campaigns.passDeadline(listing);
    String charge = gateway.charges(listing).get(0).getString("id");
    gateway.falsify(charge, "\"amount\":100001");
    assertThat(kinds(of(List.of(charge), compared()))).containsExactly(DifferenceKind.OTHER_AMOUNT);

    gateway.falsify(charge, "\"amount\":100000");
    gateway.falsify(charge, "\"fee\":7");
    campaigns.pass(Duration.ofHours(2));
    Instant now = clock.instant();
    List<Reconciliations.Kept> become =
        of(List.of(charge), compared(now.minus(Duration.ofMinutes(1)), now));
    assertThat(kinds(become)).containsExactly(DifferenceKind.OTHER_FEE);
    assertThat(tasks.open(DifferenceKind.OTHER_AMOUNT, "CHARGE:" + charge)).isEmpty();
    assertThat(tasks.open(DifferenceKind.OTHER_FEE, "CHARGE:" + charge)).isPresent();
  }

  /** What belongs to no charge has no other number by which it could be asked for. */
  @Test
  void keepsTheGatewaysOwnBillOpenUntilItIsBooked() {
    String bill = gateway.bill(700);
    campaigns.pass(Duration.ofHours(1));
    assertThat(kinds(of(List.of(bill), compared())))
        .containsExactly(DifferenceKind.MISSING_IN_BOOKS);
    campaigns.pass(Duration.ofHours(2));
    Instant now = clock.instant();
    compared(now.minus(Duration.ofMinutes(1)), now);
    assertThat(tasks.open(DifferenceKind.MISSING_IN_BOOKS, "OTHER:" + bill)).isPresent();
    bookTheFeeOf(bill);
    assertThat(tasks.open(DifferenceKind.MISSING_IN_BOOKS, "OTHER:" + bill)).isEmpty();
  }

  private void bookTheFeeOf(String source) {
    long difference =
        sql.number(
            "SELECT id FROM finance_difference WHERE source = ? AND open_key IS NOT NULL", source);
    assertThat(
            book.handle(new BookFeeDifference.Command(OFFICER, difference, "It is on the bill.")))
        .isTrue();
    campaigns.pass(Duration.ofSeconds(2));
    BooksFixtures.until(
        () -> reconciliations.difference(difference).orElseThrow().closedAt() != null);
  }

  private static List<DifferenceKind> kinds(List<Reconciliations.Kept> found) {
    return found.stream().map(kept -> kept.what().kind()).toList();
  }

  @Test
  void comparesEachNightOnceWithWhatItMissed() {
    campaigns.pass(Duration.ofDays(1));
    campaigns.pass(Duration.ofDays(3));
    campaigns.pass(Duration.ofMinutes(1));
    List<Long> hours =
        sql.list(
            "SELECT TIMESTAMPDIFF(HOUR, from_at, to_at) FROM finance_reconciliation"
                + " WHERE day IS NOT NULL AND asked_at >= ? AND state = 'DONE' ORDER BY id",
            row -> row.getLong(1),
            begin);
    assertThat(hours).containsExactly(72L, 120L);
  }

  @Test
  void refusesOthersAndPeriodsThatAreNone() {
    Actor investor = campaigns.investor();
    assertRefused(new AccessRefused.NotAllowed(), investor, begin.minusSeconds(60), begin);
    assertRefused(new FinanceRefused.NoPeriod(31), OFFICER, null, begin);
    assertRefused(new FinanceRefused.NoPeriod(31), OFFICER, begin, begin);
    assertRefused(
        new FinanceRefused.NoPeriod(31), OFFICER, begin.minus(Duration.ofDays(32)), begin);
  }

  private void assertRefused(Refusal refusal, Actor by, Instant from, Instant to) {
    assertThatThrownBy(() -> ask.handle(new AskReconciliation.Command(by, from, to)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  private PledgeId pledged(ListingId listing) {
    return pledged(listing, 200);
  }

  private PledgeId pledged(ListingId listing, long dollars) {
    return gateway.pledged(campaigns.investor(), listing, dollars, 0, GatewayFixtures.GOOD);
  }

  private String charge(PledgeId pledge) {
    return gateway.charges(pledge).get(0).getString("id");
  }

  private long compared() {
    // charges and their journals may have happened up to this second
    campaigns.pass(Duration.ofSeconds(2));
    return compared(begin.minus(Duration.ofDays(1)), clock.instant());
  }

  private long compared(Instant from, Instant to) {
    long id = ask.handle(new AskReconciliation.Command(OFFICER, from, to));
    BooksFixtures.until(
        () -> {
          reconcile.doDue(clock.instant());
          return reconciliations.find(id).orElseThrow().doneAt() != null;
        });
    return id;
  }

  private List<Reconciliations.Kept> of(List<String> charges, long run) {
    Page<Reconciliations.Kept> found = reconciliations.foundBy(run, new Page.Wish(0, Page.MOST));
    return found.items().stream().filter(kept -> charges.contains(kept.what().source())).toList();
  }
}
