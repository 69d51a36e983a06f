package wasl.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
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
import wasl.payment.RetryRefund;
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
  @Inject private RetryRefund retry;
  @Inject private RefundRequests requests;
  @Inject private RefundTerms terms;
  @Inject private PledgeQueries pledges;
  @Inject private TaskQueries tasks;
  @Inject private Watchdog watchdog;
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
    books.hold();
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
    books.hold();
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
    books.hold();
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
    faults("UPDATE finance_refund_request SET limit_minor = 100000" + where);
    faults("DELETE FROM finance_refund_request" + where);
    // one alone: above the limit; as if nothing had been given back alone before
    aloneFaults(request, "50001, 0", "finance_refund_alone");
    asked(usd(1));
    aloneFaults(request, "100, 0", "alone before");
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
    assertThat(terms.refunds(pledge)).as("the one of a dollar").hasSize(1);
    String row = " WHERE pledge = " + pledge.value();
    for (String change :
        List.of(
            "amount_minor = amount_minor + 1",
            "tip_minor = tip_minor + 1",
            "reason = 'LATE'",
            "pledge = 1",
            "attempt = 1",
            "request = NULL",
            "retry_of = 1")) {
      faults("UPDATE payment_refund SET " + change + row);
    }
  }

  /** Each refusal of the gateway's may be tried again once, not as often as anybody likes. */
  @Test
  void theDatabaseItselfCountsWhatIsTriedAgainWithoutARequest() {
    gateway.misbehave("{\"path\":\"refunds\",\"kind\":\"status\",\"status\":400}");
    asked(usd(30));
    campaigns.pass(Duration.ofMinutes(1));
    RefundTerms.View refused = terms.refunds(pledge).get(0);
    assertThat(refused.state()).isEqualTo("FAILED");
    String again =
        "INSERT INTO payment_refund (id, pledge, listing, attempt, state, reason, amount_minor,"
            + " tip_minor, currency, asked_at) SELECT id + 1, pledge, listing, attempt, 'STARTED',"
            + " reason, amount_minor, tip_minor, currency, asked_at FROM payment_refund WHERE id = "
            + refused.id();
    nobodyApproved(again);
    retry.handle(new RetryRefund.Command(officer, refused.id()));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(terms.refunds(pledge)).as("the refused one and the second try").hasSize(2);
    nobodyApproved(again);
  }

  private void nobodyApproved(String insert) {
    assertThatThrownBy(() -> sql.change(insert)).hasMessageContaining("nobody has approved");
  }

  @Test
  void beyondTheUndisbursedEscrowThePlatformBearsItWithFourEyes() throws Exception {
    campaigns.skipWindow(listing);
    books.tranche(listing, usd(900));
    RefundRequest request = asked(usd(303));
    assertThat(request.fourEyes()).as("below the limit, but a loss").isTrue();
    assertThat(request.loss()).isEqualTo(usd(203));
    books.tranche(listing, usd(10));
    refused(
        () -> decided(other, request, DecideRefund.Decision.APPROVE),
        new PaymentRefused.LossGrown(usd(213)));
    decided(officer, request, DecideRefund.Decision.WITHDRAW);

    RefundRequest anew = asked(usd(303));
    decided(other, anew, DecideRefund.Decision.APPROVE);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(books.loss(pledge)).isEqualTo(usd(213));
    watchdog.look(clock.instant());
    assertThat(lossTasks()).isZero();
    books.hold();
  }

  @Test
  void aLossThatGrewAfterTheApprovalIsATask() throws Exception {
    campaigns.skipWindow(listing);
    books.tranche(listing, usd(900));
    RefundRequest request = asked(usd(303));
    transaction.begin();
    decided(other, request, DecideRefund.Decision.APPROVE);
    books.loseMessage();
    transaction.commit();
    books.tranche(listing, usd(40));
    campaigns.pass(Duration.ofMinutes(3));

    assertThat(books.loss(pledge)).isEqualTo(usd(243));
    watchdog.look(clock.instant());
    assertThat(lossTasks()).as("203 were approved").isEqualTo(1);
    books.hold();
  }

  @Test
  void ofTwoWhoGiveBackAtOnceTheSecondSeesWhatTheFirstLeft() throws Exception {
    ListingId shared = campaigns.live(1_000);
    List<PledgeId> both =
        List.of(
            gateway.pledged(campaigns.investor(), shared, 500, 0, GatewayFixtures.GOOD),
            gateway.pledged(campaigns.investor(), shared, 500, 0, GatewayFixtures.GOOD));
    campaigns.passDeadline(shared);
    campaigns.skipWindow(shared);
    books.tranche(shared, usd(900));
    List<Callable<Boolean>> asking = new ArrayList<>();
    for (PledgeId one : both) {
      asking.add(
          () -> {
            try {
              return !asked(one, usd(90), Ids.text(Ids.next())).fourEyes();
            } catch (Refused late) {
              assertThat(late.refusal()).isEqualTo(new PaymentRefused.LossGrown(usd(80)));
              return false;
            }
          });
    }
    assertThat(together.all(asking).stream().filter(begun -> begun)).hasSize(1);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(books.escrow(shared)).isEqualTo(usd(10));
  }

  @Test
  void aFormThatIsFilledInAnewAfterGoingBackIsNotTakenForTheFirst() {
    String key = Ids.text(Ids.next());
    RefundRequest first = asked(usd(900), key);
    assertThat(asked(usd(900), key).id()).isEqualTo(first.id());
    refused(() -> asked(usd(90), key), new FinanceRefused.FormUsed());
    assertThat(terms.refunds(pledge)).isEmpty();
  }

  private long lossTasks() {
    return sql.number(
        "SELECT COUNT(*) FROM task t JOIN payment_refund r"
            + " ON t.subject = CONCAT('loss-', r.id) WHERE r.pledge = ?",
        pledge.value());
  }

  private Money collected() {
    return pledges.totals(List.of(listing)).get(listing).collected();
  }

  private RefundRequest asked(Money amount) {
    return asked(amount, Ids.text(Ids.next()));
  }

  private RefundRequest asked(Money amount, String key) {
    return asked(pledge, amount, key);
  }

  private RefundRequest asked(PledgeId of, Money amount, String key) {
    return ask.handle(
        new AskRefund.Command(
            officer, of, amount, RefundCause.RIGHT, "The investor has asked for it.", key));
  }

  private void decided(Actor by, RefundRequest request, DecideRefund.Decision decision) {
    decide.handle(new DecideRefund.Command(by, request.id(), decision, null));
  }

  /**
   * Another request that one officer decided alone.
   *
   * @param sums its amount, and what is said to have been given back alone before
   */
  private void aloneFaults(RefundRequest like, String sums, String by) {
    assertThatThrownBy(
            () ->
                sql.change(
                    "INSERT INTO finance_refund_request (id, request_key, pledge, listing,"
                        + " amount_minor, alone_minor, limit_minor, currency, loss_minor, cause,"
                        + " reason, four_eyes, state, asked_by, asked_at, decided_by, decided_at)"
                        + " SELECT ?, ?, pledge, listing, "
                        + sums
                        + ", limit_minor, currency, 0, cause, reason, FALSE, 'APPROVED', asked_by,"
                        + " asked_at, asked_by, asked_at FROM finance_refund_request WHERE id = ?",
                    Ids.next(),
                    key(),
                    like.id()))
        .hasMessageContaining(by);
  }

  private void faults(String statement) {
    assertThatThrownBy(() -> sql.change(statement)).isInstanceOf(Sql.DatabaseFault.class);
  }

  private static void refused(Runnable work, Refusal refusal) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
