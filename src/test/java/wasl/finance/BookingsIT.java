package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.ledger.JournalId;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.payment.BooksFixtures;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.payment.PaymentRefused;
import wasl.payment.RetryRefund;
import wasl.payment.Together;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.task.TaskFact;
import wasl.task.TaskQueries;

/** What officers book by hand: alone up to the limit, above it with another one's approval. */
@ExtendWith(ArquillianExtension.class)
class BookingsIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private AskRefund askRefund;
  @Inject private RetryRefund retry;
  @Inject private ListingQueries listings;
  @Inject private AskBooking ask;
  @Inject private DecideBooking decide;
  @Inject private Bookings bookings;
  @Inject private LedgerQueries journals;
  @Inject private Balances balances;
  @Inject private Together together;
  @Inject private TaskQueries tasks;
  @Inject private Sql sql;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService threads;

  private final Actor officer = officer();
  private final Actor other = officer();
  private final String reference = "TRN " + Ids.text(Ids.next());

  @AfterEach
  void behave() {
    gateway.behave();
  }

  @Test
  void upToTheLimitOneBooksATopUpAloneAndOnceHoweverOftenTheFormIsSent() throws Exception {
    Money before = bank();
    AskBooking.Command form = topUp(usd(500));
    Booking booked = together.times(4, () -> ask.handle(form)).get(0);
    assertThat(ask.handle(form)).isEqualTo(booked);
    assertThat(booked.state()).isEqualTo(FeeBookingState.BOOKED);
    assertThat(before.minus(bank())).isEqualTo(usd(500));
    refused(
        () ->
            ask.handle(
                new AskBooking.Command(
                    officer, BookingKind.TOP_UP, null, usd(499), reference, form.key())),
        new FinanceRefused.FormUsed());
  }

  @Test
  void aboveTheLimitAnotherOfficerApproves() {
    final Money before = bank();
    Booking waits = ask.handle(topUp(Money.minor(50_001, Currency.USD)));
    assertThat(waits.state()).isEqualTo(FeeBookingState.ASKED);
    assertThat(tasks.open(FinanceTask.BOOKING_TO_APPROVE, Ids.text(waits.id()))).isPresent();
    refused(() -> decided(officer, waits, true), new FinanceRefused.OwnRequest());
    refused(() -> decided(campaigns.investor(), waits, true), new AccessRefused.NotAllowed());
    faults("decided_by = asked_by, state = 'BOOKED', decided_at = asked_at, journal = 1", waits);
    faults("amount_minor = 1", waits);
    faults("four_eyes = FALSE", waits);
    faults("about = 1", waits);
    faults("limit_minor = 60000", waits);
    assertThatThrownBy(() -> sql.change("DELETE FROM finance_booking WHERE id = ?", waits.id()))
        .hasMessageContaining("kept");
    assertThat(bank()).isEqualTo(before);

    decided(other, waits, true);
    assertThat(before.minus(bank())).isEqualTo(Money.minor(50_001, Currency.USD));
    assertThat(tasks.open(FinanceTask.BOOKING_TO_APPROVE, Ids.text(waits.id()))).isEmpty();
    refused(
        () -> decided(other, waits, true),
        new FinanceRefused.BookingDecided(FeeBookingState.BOOKED));
    JournalId journal = bookings.find(waits.id()).orElseThrow().journal();
    assertThat(bookings.of(journal).orElseThrow().by())
        .isEqualTo(officer.party() + " + " + other.party());

    // so is its reversal
    Booking undo = ask.handle(reversal(journal));
    assertThat(undo.state()).isEqualTo(FeeBookingState.ASKED);
    refused(() -> ask.handle(reversal(journal)), new FinanceRefused.BookingWaits());
    assertThat(journals.reversalOf(journal)).isEmpty();
    decided(other, undo, false);
    assertThat(journals.reversalOf(journal)).isEmpty();
    decided(other, ask.handle(reversal(journal)), true);
    assertThat(bank()).isEqualTo(before);
    refused(
        () -> ask.handle(reversal(journal)), new LedgerRefused.NotReversible(journal.toString()));
  }

  @Test
  void ofTwoWhoApproveAtOnceOneBooks() throws Exception {
    final Money before = bank();
    Booking waits = ask.handle(topUp(usd(700)));
    List<Object> results =
        together.all(List.of(deciding(officer(), waits), deciding(officer(), waits)));
    assertThat(results.stream().filter(Objects::nonNull))
        .containsExactly(new FinanceRefused.BookingDecided(FeeBookingState.BOOKED));
    assertThat(before.minus(bank())).isEqualTo(usd(700));
  }

  private Callable<Object> deciding(Actor by, Booking booking) {
    return () -> refusal(() -> decided(by, booking, true));
  }

  /**
   * Each by a form of their own, the second while the first has not committed, so that it sees no
   * reversal: the database keeps one.
   */
  @Test
  void ofTwoWhoReverseAtOnceOneIsToldSo() throws Exception {
    final Money before = bank();
    JournalId journal = ask.handle(topUp(usd(20))).journal();
    Future<Object> second;
    transaction.begin();
    try {
      ask.handle(reversal(officer(), journal));
      second = threads.submit(() -> refusal(() -> ask.handle(reversal(officer(), journal))));
      BooksFixtures.until(
          () ->
              sql.number(
                      "SELECT COUNT(*) FROM information_schema.processlist"
                          + " WHERE info LIKE 'INSERT INTO ledger_journal (%'")
                  > 0);
    } finally {
      transaction.commit();
    }
    assertThat(second.get()).isEqualTo(new LedgerRefused.NotReversible(journal.toString()));
    assertThat(bank()).isEqualTo(before);
  }

  @Test
  void ofTwoWhoAskForTheSameReversalAtOnceOneIsToldThatItWaits() throws Exception {
    Booking large = ask.handle(topUp(usd(800)));
    decided(other, large, true);
    JournalId journal = bookings.find(large.id()).orElseThrow().journal();
    List<Object> results =
        together.times(2, () -> refusal(() -> ask.handle(reversal(officer(), journal))));
    assertThat(results.stream().filter(Objects::nonNull))
        .containsExactly(new FinanceRefused.BookingWaits());
    long waits =
        sql.number(
            "SELECT id FROM finance_booking WHERE about = ? AND state = 'ASKED'", journal.value());
    again(waits, "form_key = '" + Ids.text(Ids.next()) + "'", "finance_booking_waits");
    decided(other, bookings.find(waits).orElseThrow(), false);
  }

  /** The database itself ties what one officer does alone to its amount. */
  @Test
  void theDatabaseRefusesWhatOneDoesAloneAboveTheLimit() {
    Booking waits = ask.handle(topUp(Money.minor(50_001, Currency.USD)));
    String key = "form_key = '" + Ids.text(Ids.next()) + "'";
    again(waits.id(), key + ", four_eyes = FALSE", "finance_booking_alone");
    decided(other, waits, false);
  }

  /** Another row as this one but for some columns, which the database refuses. */
  private void again(long booking, String columns, String by) {
    Map<String, String> row = new LinkedHashMap<>();
    for (String column :
        List.of(
            "form_key",
            "kind",
            "about",
            "amount_minor",
            "currency",
            "words",
            "four_eyes",
            "alone_minor",
            "limit_minor",
            "state",
            "asked_by",
            "asked_at")) {
      row.put(column, column);
    }
    for (String column : columns.split(", ")) {
      row.put(column.split(" = ")[0], column.split(" = ")[1]);
    }
    assertThatThrownBy(
            () ->
                sql.change(
                    "INSERT INTO finance_booking (id, "
                        + String.join(", ", row.keySet())
                        + ") SELECT "
                        + Ids.next()
                        + ", "
                        + String.join(", ", row.values())
                        + " FROM finance_booking WHERE id = ?",
                    booking))
        .hasMessageContaining(by);
  }

  @Test
  void aFailedRefundIsPaidByBankTransferAndThePledgeIsOver() throws Exception {
    Actor investor = campaigns.investor();
    ListingId listing = campaigns.live(1_000);
    PledgeId pledge = gateway.pledged(investor, listing, 600, 6, GatewayFixtures.REFUND_FAILS);
    gateway.pledged(investor, listing, 400, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    campaigns.skipWindow(listing);
    campaigns.pass(Duration.ofDays(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    final Money owed = books.payable();
    final Money bank = balance(AccountKind.ESCROW_BANK);
    long refund =
        sql.number(
            "SELECT id FROM payment_refund WHERE pledge = ? AND state = 'FAILED'", pledge.value());

    refused(() -> ask.handle(paid(refund, " ")), new PaymentRefused.NoReference(100));
    refused(() -> ask.handle(paid(Ids.next(), reference)), new PaymentRefused.NotFound());
    Actor owner =
        new Actor(listings.facts(listing).owner(), Set.of(Role.FINANCE), null, Lang.EN, false);
    refused(
        () ->
            ask.handle(
                new AskBooking.Command(
                    owner, BookingKind.REFUND_PAID, refund, null, reference, Ids.text(Ids.next()))),
        new FinanceRefused.OwnStake());
    AskBooking.Command form = paid(refund, reference);
    List<Booking> sent = together.times(4, () -> ask.handle(form));
    assertThat(sent).containsOnly(sent.get(0)).hasSize(4);
    assertThat(sent.get(0).amount()).isEqualTo(usd(606));
    assertThat(books.payable()).isEqualTo(owed);
    assertThat(
            tasks
                .open(FinanceTask.BOOKING_TO_APPROVE, Ids.text(sent.get(0).id()))
                .orElseThrow()
                .facts())
        .contains(TaskFact.code("pledge", pledge));

    // neither on the card meanwhile, nor by whom the listing concerns
    refused(
        () -> retry.handle(new RetryRefund.Command(other, refund)),
        new PaymentRefused.TransferAsked());
    refused(() -> decided(owner, sent.get(0), true), new FinanceRefused.OwnStake());
    assertThat(transferAsked(refund)).isTrue();
    decided(other, sent.get(0), false);
    assertThat(transferAsked(refund)).isFalse();
    Booking waits = ask.handle(paid(refund, reference));
    decided(other, waits, true);

    assertThat(owed.minus(books.payable())).isEqualTo(usd(606));
    assertThat(bank.minus(balance(AccountKind.ESCROW_BANK))).isEqualTo(usd(606));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(books.journals(pledge, "REFUND_PAID")).isEqualTo(1);
    refused(() -> ask.handle(paid(refund, reference)), new PaymentRefused.NotFailed());
    campaigns.pass(Duration.ofSeconds(1));
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM notice WHERE party_id = ? AND kind = 'PLEDGE_PAID_BACK'",
                investor.party().value()))
        .isEqualTo(1);
    books.hold();
  }

  private boolean transferAsked(long refund) {
    return sql.number("SELECT COUNT(*) FROM payment_refund WHERE id = ? AND transfer_asked", refund)
        == 1;
  }

  @Test
  void aTransferCountsWithWhatOneHasGivenBackAloneOfThePledge() {
    ListingId listing = campaigns.live(1_000);
    PledgeId pledge =
        gateway.pledged(campaigns.investor(), listing, 1_000, 0, GatewayFixtures.REFUND_FAILS);
    campaigns.passDeadline(listing);
    RefundRequest part = askRefund.handle(part(pledge, usd(300)));
    assertThat(part.fourEyes()).isFalse();
    campaigns.pass(Duration.ofDays(1));
    long refund =
        sql.number(
            "SELECT id FROM payment_refund WHERE pledge = ? AND state = 'FAILED'", pledge.value());
    Booking transfer = ask.handle(paid(refund, reference));
    again(
        transfer.id(),
        "form_key = '" + Ids.text(Ids.next()) + "', four_eyes = FALSE, alone_minor = 0",
        "alone before");
    assertThat(transfer.state()).as("600 together").isEqualTo(FeeBookingState.ASKED);
    decided(other, transfer, true);
    books.hold();
  }

  @Test
  void aRefundCountsWithWhatOneHasPaidAloneByTransfer() {
    ListingId listing = campaigns.live(1_000);
    PledgeId pledge =
        gateway.pledged(campaigns.investor(), listing, 1_000, 0, GatewayFixtures.REFUND_FAILS);
    campaigns.passDeadline(listing);
    askRefund.handle(part(pledge, usd(200)));
    campaigns.pass(Duration.ofDays(1));
    long refund =
        sql.number(
            "SELECT id FROM payment_refund WHERE pledge = ? AND state = 'FAILED'", pledge.value());
    assertThat(ask.handle(paid(refund, reference)).state()).isEqualTo(FeeBookingState.BOOKED);

    assertSoftly(
        both -> {
          both.assertThatThrownBy(() -> aloneAgain(pledge, usd(150), usd(200)))
              .as("the database")
              .hasMessageContaining("alone before");
          both.assertThat(askRefund.handle(part(pledge, usd(150))).fourEyes())
              .as("550 together")
              .isTrue();
        });
    books.hold();
  }

  private AskRefund.Command part(PledgeId pledge, Money amount) {
    return new AskRefund.Command(
        officer, pledge, amount, RefundCause.RIGHT, "Asked by the investor.", Ids.text(Ids.next()));
  }

  /** As if only so much had been given back before. */
  private void aloneAgain(PledgeId pledge, Money amount, Money before) {
    sql.change(
        "INSERT INTO finance_refund_request (id, request_key, pledge, listing, amount_minor,"
            + " alone_minor, limit_minor, currency, loss_minor, cause, reason, four_eyes, state,"
            + " asked_by, asked_at, decided_by, decided_at) SELECT ?, ?, pledge, listing, ?, ?,"
            + " limit_minor, currency, 0, cause, reason, FALSE, state, asked_by, asked_at,"
            + " decided_by, decided_at FROM finance_refund_request WHERE pledge = ?",
        Ids.next(),
        Ids.text(Ids.next()),
        amount.amountMinor(),
        before.amountMinor(),
        pledge.value());
  }

  private AskBooking.Command topUp(Money amount) {
    return new AskBooking.Command(
        officer, BookingKind.TOP_UP, null, amount, reference, Ids.text(Ids.next()));
  }

  private AskBooking.Command reversal(JournalId journal) {
    return reversal(officer, journal);
  }

  private static AskBooking.Command reversal(Actor by, JournalId journal) {
    return new AskBooking.Command(
        by,
        BookingKind.REVERSAL,
        journal.value(),
        null,
        "Sent to another account.",
        Ids.text(Ids.next()));
  }

  private AskBooking.Command paid(long refund, String words) {
    return new AskBooking.Command(
        officer, BookingKind.REFUND_PAID, refund, null, words, Ids.text(Ids.next()));
  }

  private void decided(Actor by, Booking booking, boolean approve) {
    decide.handle(new DecideBooking.Command(by, booking.id(), approve));
  }

  private void faults(String change, Booking booking) {
    assertThatThrownBy(
            () ->
                sql.change("UPDATE finance_booking SET " + change + " WHERE id = ?", booking.id()))
        .isInstanceOf(RuntimeException.class);
  }

  private static void refused(Runnable work, Refusal refusal) {
    assertThat(refusal(work)).isEqualTo(refusal);
  }

  private static Object refusal(Runnable work) {
    Refused refused = catchThrowableOfType(Refused.class, work::run);
    return refused == null ? null : refused.refusal();
  }

  private static Actor officer() {
    return new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);
  }

  private Money bank() {
    return balance(AccountKind.OPERATING_BANK);
  }

  private Money balance(AccountKind kind) {
    return balances.of(AccountRef.of(kind, Currency.USD));
  }

  private static Money usd(long dollars) {
    return CampaignFixtures.usd(dollars);
  }
}
