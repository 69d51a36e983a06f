package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.ledger.JournalFilter;
import wasl.ledger.JournalType;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.payment.BooksFixtures;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.payment.Together;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.task.TaskQueries;

/**
 * The gateway names another fee than the books: an officer has the books follow it, once, with
 * another's approval above the limit; then the difference is gone and its task closed.
 */
@ExtendWith(ArquillianExtension.class)
class FeeBookingIT {

  private static final String WHY = "The gateway has sent a corrected bill.";

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private AskReconciliation ask;
  @Inject private ReconcileGateway reconcile;
  @Inject private Reconciliations reconciliations;
  @Inject private BookFeeDifference book;
  @Inject private DecideFeeBooking decide;
  @Inject private FeeBookings bookings;
  @Inject private LedgerQueries journals;
  @Inject private TaskQueries tasks;
  @Inject private Together together;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private final Actor officer = officer();
  private final Actor other = officer();

  private Instant begin;
  private PledgeId pledge;
  private String charge;

  private static Actor officer() {
    return new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);
  }

  @BeforeEach
  void aCharge() {
    gateway.behave();
    ListingId listing = campaigns.live(1_000);
    pledge = gateway.pledged(campaigns.investor(), listing, 1_000, 0, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
    begin = clock.instant().minus(Duration.ofDays(1));
    charge = gateway.charges(pledge).get(0).getString("id");
  }

  @AfterEach
  void theGatewayIsRightAgain() {
    gateway.behave();
    gateway.falsify(charge, "\"fee\":2930");
  }

  @Test
  void booksWhatIsMissingOnceHoweverManyAskAtOnce() throws Exception {
    long difference = differing(2_944);
    refused(() -> book(campaigns.investor(), difference), new AccessRefused.NotAllowed());
    refused(() -> book(officer, Ids.next()), new FinanceRefused.NoDifference());
    refused(
        () -> book.handle(new BookFeeDifference.Command(officer, difference, " no ")),
        new FinanceRefused.NoReason(5, 300));
    List<Callable<Boolean>> asking = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Actor one = officer();
      asking.add(
          () -> {
            try {
              return book(one, difference);
            } catch (Refused late) {
              assertThat(late.refusal()).isEqualTo(new FinanceRefused.NothingToBook());
              return false;
            }
          });
    }
    assertThat(together.all(asking).stream().filter(done -> done)).hasSize(1);
    assertThat(corrections())
        .singleElement()
        .satisfies(
            journal -> {
              assertThat(journal.reference()).isEqualTo(charge);
              assertThat(journal.entries().get(0).amount()).isEqualTo(cents(14));
            });
    gone(difference);
    refused(() -> book(officer, difference), new FinanceRefused.NothingToBook());

    // what the gateway gives back comes back, and a booking that was wrong is undone as any other
    long less = differing(2_930);
    assertThat(book(officer, less)).isTrue();
    assertThat(bookings.of(less).get(0).fee()).isEqualTo(cents(-14));
    gone(less);
  }

  @Test
  void anotherOfficerApprovesWhatIsAboveTheLimit() {
    long difference = differing(2_930 + 50_001);
    assertThat(book(officer, difference)).isFalse();
    FeeBooking waiting = bookings.of(difference).get(0);
    assertThat(tasks.open(FinanceTask.FEE_TO_APPROVE, Ids.text(waiting.id()))).isPresent();
    assertThat(corrections()).isEmpty();
    refused(() -> book(other, difference), new FinanceRefused.BookingWaits());
    refused(() -> decided(officer, waiting, true), new FinanceRefused.OwnRequest());
    refused(() -> decided(campaigns.investor(), waiting, true), new AccessRefused.NotAllowed());
    faults("decided_by = asked_by, state = 'BOOKED', decided_at = asked_at, journal = 1", waiting);
    faults("fee_minor = 1", waiting);
    faults("four_eyes = FALSE", waiting);
    faults("limit_minor = 60000", waiting);
    again(waiting, "TRUE", "finance_fee_booking_waits");
    again(waiting, "FALSE", "finance_fee_booking_alone");
    assertThatThrownBy(() -> sql.change("DELETE FROM finance_fee_booking"))
        .isInstanceOf(Sql.DatabaseFault.class);

    // meanwhile the gateway thinks better of a part of it
    gateway.falsify(charge, "\"fee\":" + (2_930 + 50_000));
    compared();
    refused(() -> decided(other, waiting, true), new FinanceRefused.FeeChanged(cents(50_000)));
    decided(officer, waiting, false);
    assertThat(tasks.open(FinanceTask.FEE_TO_APPROVE, Ids.text(waiting.id()))).isEmpty();
    refused(
        () -> decided(other, waiting, true),
        new FinanceRefused.BookingDecided(FeeBookingState.REFUSED));

    gateway.falsify(charge, "\"fee\":" + (2_930 + 50_001));
    compared();
    assertThat(book(officer, difference)).isFalse();
    decided(other, bookings.of(difference).get(0), true);
    assertThat(corrections()).hasSize(1);
    gone(difference);
  }

  @Test
  void followsNothingThatIsNoFee() {
    gateway.falsify(charge, "\"amount\":100001");
    compared();
    refused(() -> book(officer, open(DifferenceKind.OTHER_AMOUNT)), new FinanceRefused.NoFee());
    gateway.falsify(charge, "\"amount\":100000");
    compared();
  }

  private boolean book(Actor by, long difference) {
    return book.handle(new BookFeeDifference.Command(by, difference, WHY));
  }

  private void decided(Actor by, FeeBooking booking, boolean approve) {
    decide.handle(new DecideFeeBooking.Command(by, booking.id(), approve));
  }

  private long differing(long fee) {
    gateway.falsify(charge, "\"fee\":" + fee);
    compared();
    return open(DifferenceKind.OTHER_FEE);
  }

  private long open(DifferenceKind kind) {
    return sql.number(
        "SELECT id FROM finance_difference WHERE open_key = ?", kind + ":CHARGE:" + charge);
  }

  private void gone(long difference) {
    campaigns.pass(Duration.ofSeconds(2));
    BooksFixtures.until(
        () -> {
          reconcile.doDue(clock.instant());
          return reconciliations.difference(difference).orElseThrow().closedAt() != null;
        });
    assertThat(tasks.open(DifferenceKind.OTHER_FEE, "CHARGE:" + charge)).isEmpty();
  }

  private void compared() {
    campaigns.pass(Duration.ofSeconds(2));
    long id = ask.handle(new AskReconciliation.Command(officer, begin, clock.instant()));
    BooksFixtures.until(
        () -> {
          reconcile.doDue(clock.instant());
          return reconciliations.find(id).orElseThrow().doneAt() != null;
        });
  }

  private List<JournalView> corrections() {
    JournalFilter its =
        new JournalFilter(pledge.value(), null, null, JournalType.FEE_CORRECTED, null, null);
    return journals.journals(its, new Page.Wish(0, 10)).items();
  }

  private static Money cents(long minor) {
    return Money.minor(minor, Currency.USD);
  }

  /** Asked for once more, which the database refuses. */
  private void again(FeeBooking booking, String fourEyes, String by) {
    assertThatThrownBy(
            () ->
                sql.change(
                    "INSERT INTO finance_fee_booking (id, difference, fee_minor, currency, reason,"
                        + " four_eyes, limit_minor, state, asked_by, asked_at) SELECT ?,"
                        + " difference, fee_minor, currency, reason, "
                        + fourEyes
                        + ", limit_minor, state, asked_by, asked_at FROM finance_fee_booking"
                        + " WHERE id = ?",
                    Ids.next(),
                    booking.id()))
        .hasMessageContaining(by);
  }

  private void faults(String change, FeeBooking booking) {
    assertThatThrownBy(
            () ->
                sql.change(
                    "UPDATE finance_fee_booking SET " + change + " WHERE id = " + booking.id()))
        .isInstanceOf(Sql.DatabaseFault.class);
  }

  private static void refused(Runnable work, Refusal refusal) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
