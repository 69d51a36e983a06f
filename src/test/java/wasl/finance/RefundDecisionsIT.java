package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
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
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.ledger.Ledger;
import wasl.ledger.VerifyLedger;
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
import wasl.payment.PaymentRefused;
import wasl.payment.RefundTerms;
import wasl.payment.Together;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;
import wasl.task.TaskQueries;

/**
 * Officers give money back: a part or all, alone up to the limit, with another's approval above.
 */
@ExtendWith(ArquillianExtension.class)
class RefundDecisionsIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private AskRefund ask;
  @Inject private DecideRefund decide;
  @Inject private RefundRequests requests;
  @Inject private RefundTerms terms;
  @Inject private PledgeQueries pledges;
  @Inject private TaskQueries tasks;
  @Inject private Watchdog watchdog;
  @Inject private Ledger ledger;
  @Inject private VerifyLedger verify;
  @Inject private Together together;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Resource private UserTransaction transaction;

  private final Actor officer = officer();
  private final Actor other = officer();

  private ListingId listing;
  private PledgeId pledge;

  private static Actor officer() {
    return new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);
  }

  @BeforeEach
  void aFundedCampaign() {
    gateway.behave();
    listing = campaigns.live(1_000);
    pledge = gateway.pledged(campaigns.investor(), listing, 1_000, 10, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
  }

  @AfterEach
  void behaveAgain() {
    gateway.behave();
  }

  @Test
  void oneGivesBackAPartUpToTheLimitAndNoMoreInSlices() {
    RefundRequest part = asked(usd(202));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(part.state()).isEqualTo(RefundRequestState.APPROVED);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(books.escrow(listing)).isEqualTo(usd(800));
    assertThat(books.tips(listing)).isEqualTo(usd(8));
    assertThat(collected()).isEqualTo(usd(800));
    assertThat(gateway.keptMinor(listing)).isEqualTo(80_800);

    assertThat(asked(usd(299)).fourEyes()).as("501 together").isTrue();
    refused(() -> asked(usd(600)), new PaymentRefused.TooMuch(usd(509)));
    holds();
  }

  @Test
  void anotherOfficerApprovesTheRestAndThePledgeGoesWithIt() {
    RefundRequest whole = asked(usd(1_010));
    assertThat(whole.state()).isEqualTo(RefundRequestState.ASKED);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(tasks.open(FinanceTask.REFUND_TO_APPROVE, Ids.text(whole.id()))).isPresent();
    refused(
        () -> decided(officer, whole, DecideRefund.Decision.APPROVE),
        new FinanceRefused.OwnRequest());
    refused(
        () -> decided(other, whole, DecideRefund.Decision.WITHDRAW),
        new FinanceRefused.NotOwnRequest());
    refused(
        () -> decided(other, whole, DecideRefund.Decision.REFUSE),
        new FinanceRefused.ReasonNeeded(1_000));
    refused(
        () -> decided(campaigns.investor(), whole, DecideRefund.Decision.APPROVE),
        new AccessRefused.NotAllowed());

    decided(other, whole, DecideRefund.Decision.APPROVE);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.keptMinor(listing)).isZero();
    assertThat(tasks.open(FinanceTask.REFUND_TO_APPROVE, Ids.text(whole.id()))).isEmpty();
    holds();
  }

  /** Somebody who has pledged and became an officer later. */
  @Test
  void nobodyGivesMoneyBackWhereTheyHaveAStakeThemselves() {
    Actor investor =
        new Actor(gateway.view(pledge).investor(), Set.of(Role.FINANCE), null, Lang.EN, false);
    FinanceRefused own = new FinanceRefused.OwnStake();
    refused(
        () ->
            ask.handle(
                new AskRefund.Command(
                    investor, pledge, usd(10), RefundCause.GOODWILL, "It is fair.", key())),
        own);
    RefundRequest whole = asked(usd(1_010));
    refused(() -> decided(investor, whole, DecideRefund.Decision.APPROVE), own);
    decided(officer, whole, DecideRefund.Decision.WITHDRAW);
    assertThat(terms.refunds(pledge)).isEmpty();
  }

  private static String key() {
    return Ids.text(Ids.next());
  }

  @Test
  void twoApprovalsAtOnceAreOneAndSoAreTwoClicksOfAsking() throws Exception {
    String key = Ids.text(Ids.next());
    List<RefundRequest> same = together.times(4, () -> asked(usd(900), key));
    assertThat(same.stream().map(RefundRequest::id).distinct()).hasSize(1);
    RefundRequest request = same.get(0);
    List<Callable<Boolean>> approvals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Actor another = officer();
      approvals.add(
          () -> {
            try {
              decided(another, request, DecideRefund.Decision.APPROVE);
              return true;
            } catch (Refused late) {
              assertThat(late.refusal())
                  .isEqualTo(new FinanceRefused.Decided(RefundRequestState.APPROVED));
              return false;
            }
          });
    }
    assertThat(together.all(approvals).stream().filter(done -> done)).hasSize(1);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(terms.refunds(pledge)).hasSize(1);
    assertThat(gateway.keptMinor(listing)).isEqualTo(11_000);
    holds();
  }

  @Test
  void theDatabaseItselfRefusesTheSamePersonChangesAndRefundsThatNobodyApproved() {
    RefundRequest request = asked(usd(1_000));
    String where = " WHERE id = " + request.id();
    String approve =
        "UPDATE finance_refund_request SET state = 'APPROVED', decided_at = asked_at, decided_by = ";
    faults(approve + "asked_by" + where);
    faults("UPDATE finance_refund_request SET amount_minor = amount_minor - 1" + where);
    faults("UPDATE finance_refund_request SET four_eyes = FALSE" + where);
    faults("DELETE FROM finance_refund_request" + where);
    String begin =
        "INSERT INTO payment_refund (id, pledge, listing, attempt, state, reason, amount_minor,"
            + " tip_minor, currency, asked_at, request) SELECT "
            + Ids.next()
            + ", pledge, listing, 1, 'DONE', 'OFFICERS', amount_minor, 0, currency, asked_at, id"
            + " FROM finance_refund_request"
            + where;
    faults(begin);
    decide.handle(
        new DecideRefund.Command(other, request.id(), DecideRefund.Decision.REFUSE, "No."));
    faults(approve + other.party().value() + where);
    faults("UPDATE finance_refund_request SET note = 'Yes.'" + where);
    assertThat(requests.find(request.id()).orElseThrow().note()).isEqualTo("No.");
    assertThat(terms.refunds(pledge)).isEmpty();
  }

  @Test
  void beyondTheUndisbursedEscrowThePlatformBearsItWithFourEyes() throws Exception {
    campaigns.skipWindow(listing);
    tranche(usd(900));
    RefundRequest request = asked(usd(303));
    assertThat(request.fourEyes()).as("below the limit, but a loss").isTrue();
    assertThat(request.loss()).isEqualTo(usd(203));
    tranche(usd(10));
    refused(
        () -> decided(other, request, DecideRefund.Decision.APPROVE),
        new PaymentRefused.LossGrown(usd(213)));
    decided(officer, request, DecideRefund.Decision.WITHDRAW);

    RefundRequest anew = asked(usd(303));
    decided(other, anew, DecideRefund.Decision.APPROVE);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(loss()).isEqualTo(usd(213));
    watchdog.look(clock.instant());
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM task t JOIN payment_refund r"
                    + " ON t.subject = CONCAT('loss-', r.id) WHERE r.pledge = ?",
                pledge.value()))
        .isZero();
    holds();
  }

  private Money loss() {
    return Money.minor(
        sql.number(
            "SELECT SUM(e.amount_minor) FROM ledger_entry e JOIN ledger_journal j"
                + " ON j.id = e.journal JOIN ledger_account a ON a.id = e.account"
                + " WHERE a.kind = 'PLATFORM_LOSS' AND j.pledge = ?",
            pledge.value()),
        Currency.USD);
  }

  private void tranche(Money amount) throws Exception {
    transaction.begin();
    ledger.post(
        new JournalEntry(
            JournalType.TRANCHE_APPROVED,
            "test-tranche:" + Ids.text(Ids.next()),
            Instant.parse("2026-11-22T10:00:00Z"),
            new JournalReference(listing.value(), null, "test"),
            List.of(
                JournalEntry.Line.debit(
                    AccountRef.of(AccountKind.LISTING_ESCROW, Currency.USD, listing.value()),
                    amount),
                JournalEntry.Line.credit(
                    AccountRef.of(AccountKind.TRANCHES_IN_TRANSIT, Currency.USD), amount))));
    transaction.commit();
  }

  private Money collected() {
    return pledges.totals(List.of(listing)).get(listing).collected();
  }

  private RefundRequest asked(Money amount) {
    return asked(amount, Ids.text(Ids.next()));
  }

  private RefundRequest asked(Money amount, String key) {
    return ask.handle(
        new AskRefund.Command(
            officer, pledge, amount, RefundCause.RIGHT, "The investor has asked for it.", key));
  }

  private void decided(Actor by, RefundRequest request, DecideRefund.Decision decision) {
    decide.handle(new DecideRefund.Command(by, request.id(), decision, null));
  }

  private void faults(String statement) {
    assertThatThrownBy(() -> sql.change(statement)).isInstanceOf(Sql.DatabaseFault.class);
  }

  private void holds() {
    assertThat(verify.handle().findings())
        .filteredOn(finding -> finding.promise().contains("-follow-"))
        .isNotEmpty()
        .allSatisfy(finding -> assertThat(finding.fault()).as(finding.promise()).isNull());
  }

  private static void refused(Runnable work, Refusal refusal) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
