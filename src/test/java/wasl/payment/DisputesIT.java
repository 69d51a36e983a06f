package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.pledge.Pledge;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** Disputes and refunds of the same charge, in every order, and the answer to a dispute. */
@ExtendWith(ArquillianExtension.class)
class DisputesIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Attempts attempts;
  @Inject private Refunds refunds;
  @Inject private Disputes disputes;
  @Inject private RetryRefund retry;
  @Inject private BankTransfers transfers;
  @Inject private AnswerDispute answer;
  @Inject private KeepEvidence keep;
  @Inject private Receipts receipts;
  @Inject private RefundPortion portion;
  @Inject private Pledges pledges;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Resource private UserTransaction transaction;

  private final Actor officer =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

  private Actor investor;
  private ListingId listing;
  private PledgeId pledge;
  private PledgeId other;

  @BeforeEach
  void aCampaignThatWillFall() {
    gateway.behave();
    investor = campaigns.investor();
    listing = campaigns.live(1_000);
    pledge = gateway.pledged(investor, listing, 600, 6, GatewayFixtures.GOOD);
    other = gateway.pledged(investor, listing, 400, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
  }

  @AfterEach
  void behaveAgain() {
    gateway.behave();
  }

  @Test
  void aDisputeThatOpensWhileARefundIsUnderWayEndsRightWhenItIsLost() throws Exception {
    whileRefunding(() -> gateway.dispute(paid().charge()));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    decide("lost");

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGED_BACK);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(books.tips(listing)).isEqualTo(usd(0));
    assertThat(books.journals(pledge, "REFUND")).isZero();
    assertThat(refunds.unresolved(paid())).isEmpty();
    books.hold();
  }

  @Test
  void aRefundThatADisputeStoppedIsGivenAfterAllWhenItIsWon() throws Exception {
    whileRefunding(() -> gateway.dispute(paid().charge()));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    campaigns.stop(listing);
    decide("won");

    assertThat(books.journals(pledge, "DISPUTE_WON")).isEqualTo(1);
    assertThat(rows()).isEqualTo("[FAILED LATE RETRIED, DONE LATE]");
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.keptMinor(listing)).isZero();
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    books.hold();
  }

  @Test
  void aDisputeThatIsLostBeforeTheRefundIsRefusedEndsRightToo() throws Exception {
    whileRefunding(
        () -> {
          gateway.dispute(paid().charge());
          BooksFixtures.until(() -> !disputes.of(pledge).isEmpty());
          gateway.decide(disputes.of(pledge).get(0).id(), "lost");
          BooksFixtures.until(() -> disputes.of(pledge).get(0).state().equals("LOST"));
          assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDING);
        });
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGED_BACK);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(refunds.unresolved(paid())).as("nobody is asked to try it again").isEmpty();
    books.hold();
  }

  /** Does something at the gateway while a refund is written down and the gateway not told. */
  private void whileRefunding(Runnable work) throws Exception {
    transaction.begin();
    refunds.begin(pledges.lock(pledge), paid(), RefundReason.LATE, clock.instant());
    books.loseMessage();
    transaction.commit();
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDING);
    work.run();
    campaigns.pass(Duration.ofMinutes(3));
  }

  @Test
  void whatAFailedRefundLeftOwingBearsTheLostDispute() {
    refundSentBack();
    gateway.dispute(paid().charge());
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    Money owed = books.payable();
    refused(failed(), new PaymentRefused.Disputed());
    decide("lost");

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGED_BACK);
    assertThat(owed.minus(books.payable())).isEqualTo(usd(606));
    assertThat(refunds.unresolved(paid())).isEmpty();
    books.hold();
  }

  @Test
  void aRefundThatWasSentBackIsTriedAgainOnce() {
    refundSentBack();
    Money owed = books.payable();
    long failed = failed();
    retry.handle(new RetryRefund.Command(officer, failed));
    refused(failed, new PaymentRefused.NotFailed());
    campaigns.pass(Duration.ofMinutes(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(owed.minus(books.payable())).isEqualTo(usd(606));
    assertThat(books.journals(pledge, "REFUND")).isEqualTo(2);
    assertThat(gateway.keptMinor(listing)).isZero();
    books.hold();
  }

  private void refundSentBack() {
    campaigns.skipWindow(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    gateway.failRefund(
        sql.one(
                "SELECT gateway_refund FROM payment_refund WHERE attempt = ?",
                row -> row.getString(1),
                paid().id())
            .orElseThrow());
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
  }

  private long failed() {
    return refunds.unresolved(paid()).get(0).id();
  }

  private void refused(long refund, Refusal refusal) {
    refused(() -> retry.handle(new RetryRefund.Command(officer, refund)), refusal);
  }

  @Test
  void afterTranchesEachGetsTheirShareOfWhatIsLeft() throws Exception {
    gateway.saveCard(other, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    campaigns.skipWindow(listing);
    books.tranche(listing, usd(333));
    campaigns.stop(listing);
    campaigns.pass(Duration.ofHours(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.state(other)).isEqualTo(PledgeState.REFUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(gateway.charges(pledge).get(0).getInt("amount_refunded")).isEqualTo(40_020);
    assertThat(gateway.charges(other).get(0).getInt("amount_refunded")).isEqualTo(26_680);
    books.hold();
  }

  @Test
  void whatNoDisputeCanBeCalledIsNotFound() {
    assertThat(disputes.find("dp_é")).isEmpty();
    assertThat(disputes.find("")).isEmpty();
  }

  @Test
  void aRunGoesOnThoughNothingCanBeGivenToItsFirstPledges() throws Exception {
    gateway.saveCard(other, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    campaigns.skipWindow(listing);
    Refunds.Part nearlyAll = new Refunds.Part(Money.minor(59_999, Currency.USD), usd(6));
    transaction.begin();
    Pledge locked = pledges.lock(pledge);
    refunds.begin(locked, paid(), RefundReason.LATE, nearlyAll, false, null, clock.instant());
    transaction.commit();
    campaigns.pass(Duration.ofMinutes(1));
    books.tranche(listing, usd(300));
    long run = Ids.next();
    // as if it were over, so that the background does not work it off
    sql.change(
        "INSERT INTO payment_refund_run (id, listing, reason, started_at, done_at)"
            + " VALUES (?, ?, 'STOPPED', '2026-01-01', '2026-01-01')",
        run,
        listing.value());

    portionOfOne(run);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(over(run)).isFalse();
    portionOfOne(run);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.charges(other).get(0).getInt("amount_refunded")).isEqualTo(10_000);
    // somebody was led on: another round, in which the last cent goes, and one in which nobody is
    portionOfOne(run);
    assertThat(over(run)).isFalse();
    for (int i = 0; i < 3; i++) {
      portionOfOne(run);
    }
    assertThat(over(run)).isTrue();
  }

  private void portionOfOne(long run) {
    RefundRuns.Run now =
        sql.one(
                "SELECT upto, led FROM payment_refund_run WHERE id = ?",
                row ->
                    new RefundRuns.Run(
                        run, listing, RefundReason.STOPPED, row.getLong(1), row.getBoolean(2)),
                run)
            .orElseThrow();
    portion.handle(new RefundPortion.Command(Actor.SYSTEM, now, 1));
  }

  private boolean over(long run) {
    return sql.number(
            "SELECT COUNT(*) FROM payment_refund_run WHERE id = ? AND done_at > '2026-01-02'", run)
        == 1;
  }

  @Test
  void isAnsweredOnceAndInTimeAndKeptThoughTheGatewayIsSilent() {
    gateway.dispute(paid().charge());
    campaigns.pass(Duration.ofMinutes(1));
    Disputes.Dispute dispute = disputes.of(pledge).get(0);
    assertThat(dispute.reason()).isEqualTo("fraudulent");
    assertThat(dispute.dueAt()).isNotNull();
    AnswerDispute.Command told =
        new AnswerDispute.Command(officer, dispute.id(), "winning_evidence");

    gateway.misbehave("{\"path\":\"disputes\",\"kind\":\"drop_after\",\"times\":4}");
    refused(() -> answer.handle(told), new PaymentRefused.GatewayDown());
    assertThat(disputes.find(dispute.id()).orElseThrow().evidence()).isEqualTo("winning_evidence");
    gateway.behave();
    campaigns.pass(Duration.ofHours(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(disputes.find(dispute.id()).orElseThrow().state()).isEqualTo("WON");
    refused(() -> answer.handle(told), new PaymentRefused.DisputeAnswered());
    refused(
        () -> answer.handle(new AnswerDispute.Command(officer, dispute.id(), "  ")),
        new PaymentRefused.NoEvidence(20_000));
    books.hold();
  }

  @Test
  void theAnswerThatTheGatewayHasTakenIsTheOneThatIsKept() {
    gateway.dispute(paid().charge());
    campaigns.pass(Duration.ofMinutes(1));
    String dispute = disputes.of(pledge).get(0).id();
    Actor other = new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);
    keep.handle(new KeepEvidence.Command(officer, dispute, "The first.", false));
    keep.handle(new KeepEvidence.Command(other, dispute, "Another.", false));
    keep.handle(new KeepEvidence.Command(officer, dispute, "The first.", true));

    Disputes.Dispute kept = disputes.find(dispute).orElseThrow();
    assertThat(kept.evidence()).isEqualTo("The first.");
    assertThat(kept.evidenceBy()).isEqualTo(officer.party());
    refused(
        () -> keep.handle(new KeepEvidence.Command(other, dispute, "Another.", false)),
        new PaymentRefused.DisputeAnswered());
  }

  @Test
  void afterAStopADisputeThatIsWonGivesTheShareOfWhatIsLeftAndNoMore() {
    gateway.saveCard(other, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    campaigns.skipWindow(listing);
    books.tranche(listing, usd(500));
    gateway.dispute(paid().charge());
    campaigns.pass(Duration.ofMinutes(1));
    campaigns.stop(listing);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.charges(other).get(0).getInt("amount_refunded")).isEqualTo(20_000);
    assertThat(books.escrow(listing)).isEqualTo(usd(300));
    decide("won");

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.charges(pledge).get(0).getInt("amount_refunded")).isEqualTo(30_000);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(books.loss(pledge)).isEqualTo(usd(0));
    books.hold();
  }

  @Test
  void aPartThatIsLostLeavesTheRestOfThePledge() {
    gateway.dispute(paid().charge(), 20_000);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    decide("lost");

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(pledges.get(pledge).refunded()).isEqualTo(usd(200));
    assertThat(books.escrow(listing)).isEqualTo(usd(400));
    assertThat(books.tips(listing)).isEqualTo(usd(6));
    assertThat(refunds.left(paid()).total()).isEqualTo(usd(406));
    Receipt receipt = receipts.own(pledge, investor.party());
    assertThat(receipt.state()).isEqualTo(Receipt.State.PARTLY_CHARGED_BACK);
    assertThat(receipt.lost()).isEqualTo(usd(200));
    assertThat(told("PLEDGE_PART_CHARGED_BACK")).isEqualTo(1);
    assertThat(told("PLEDGE_CHARGED_BACK")).isZero();
    books.hold();

    // too little was collected: the rest goes back, and no more
    campaigns.skipWindow(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.charges(pledge).get(0).getInt("amount_refunded")).isEqualTo(40_600);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(books.tips(listing)).isEqualTo(usd(0));
    assertThat(books.loss(pledge)).isEqualTo(usd(0));
    books.hold();
  }

  @Test
  void aPartThatIsLostFundsNoListing() {
    gateway.saveCard(other, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    gateway.dispute(paid().charge(), 40_000);
    campaigns.pass(Duration.ofMinutes(1));
    decide("lost");
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    // 600 of 1 000 are left, 700 are needed
    campaigns.skipWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.UNFUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    books.hold();
  }

  @Test
  void whatIsLeftOfAPartThatIsLostWhenItsListingIsOverGoesBackAtOnce() {
    gateway.dispute(paid().charge(), 20_000);
    campaigns.pass(Duration.ofMinutes(1));
    campaigns.stop(listing);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    decide("lost");

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.charges(pledge).get(0).getInt("amount_refunded")).isEqualTo(40_600);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    books.hold();
  }

  @Test
  void aPartThatIsLostIsNoLongerOwedAndTheRestIs() {
    refundSentBack();
    gateway.dispute(paid().charge(), 20_000);
    campaigns.pass(Duration.ofMinutes(1));
    final Money owed = books.payable();
    decide("lost");
    assertThat(owed.minus(books.payable())).isEqualTo(usd(200));
    assertThat(refunds.unresolved(paid())).singleElement().matches(Refund::owed);
    assertThat(refunds.unresolved(paid()).get(0).total()).isEqualTo(usd(406));

    retry.handle(new RetryRefund.Command(officer, failed()));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(owed.minus(books.payable())).isEqualTo(usd(606));
    assertThat(gateway.charges(pledge).get(0).getInt("amount_refunded")).isEqualTo(40_600);
    assertThat(books.loss(pledge)).isEqualTo(usd(0));
    books.hold();
  }

  /** The pledge does not always say that a charge is disputed: it is asked by charge. */
  @Test
  void aFailedRefundIsPaidInNoWayWhileTheChargeIsDisputed() throws Exception {
    refundSentBack();
    long refund = failed();
    transaction.begin();
    try {
      assertThat(transfers.owing(officer, refund, "TRN 1").amount()).isEqualTo(usd(606));
      another();
      assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
      refused(() -> transfers.owing(officer, refund, "TRN 1"), new PaymentRefused.Disputed());
      refused(refund, new PaymentRefused.Disputed());
    } finally {
      transaction.rollback();
    }
  }

  /** The bank may have made the transfer by then: the card would be paid as well. */
  @Test
  @Tag("long")
  void aDisputeThatIsWonTriesNoRefundOnTheCardWhoseTransferWaits() {
    refundSentBack();
    long refund = failed();
    transfers.awaitApproval(refund, true);
    gateway.dispute(paid().charge());
    campaigns.pass(Duration.ofMinutes(1));
    decide("won");
    assertThat(rows()).isEqualTo("[FAILED UNFUNDED]");
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);

    transfers.awaitApproval(refund, false);
    retry.handle(new RetryRefund.Command(officer, refund));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    books.hold();
  }

  @Test
  void ofTwoDisputesOfAChargeTheOtherIsFollowedOnceOneIsDecided() {
    gateway.dispute(paid().charge(), 20_000);
    campaigns.pass(Duration.ofMinutes(1));
    // the demo's gateway takes only one of a charge
    String second = another();
    decide("lost");

    assertThat(pledges.get(pledge).refunded()).isEqualTo(usd(200));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    sql.change("UPDATE payment_dispute SET state = 'WON' WHERE dispute = ?", second);
  }

  /** Another dispute of the charge, which the gateway does not know. */
  private String another() {
    String id = "dp_" + Ids.text(Ids.next());
    sql.change(
        "INSERT INTO payment_dispute (dispute, pledge, listing, amount_minor, fee_minor,"
            + " currency, state, opened_at, attempt) VALUES (?, ?, ?, 10000, 0, 'USD', 'OPEN', ?, ?)",
        id,
        pledge.value(),
        listing.value(),
        clock.instant().plusSeconds(1),
        paid().id());
    return id;
  }

  @Test
  void aPartThatIsDisputedLeavesTheRestToFundTheListing() {
    gateway.saveCard(other, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    gateway.dispute(paid().charge(), 10_000);
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    // 900 of 1 000 are undisputed, 700 are needed
    campaigns.skipWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.FUNDED);
  }

  @Test
  void whatIsLeftGoesBackThoughAPartIsLostBeforeTheRefundIsRefused() throws Exception {
    whileRefunding(
        () -> {
          campaigns.stop(listing);
          String dispute = gateway.dispute(paid().charge(), 20_000);
          BooksFixtures.until(() -> !disputes.of(pledge).isEmpty());
          gateway.decide(dispute, "lost");
          BooksFixtures.until(() -> disputes.of(pledge).get(0).state().equals("LOST"));
          assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDING);
        });
    campaigns.pass(Duration.ofMinutes(3));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.charges(pledge).get(0).getInt("amount_refunded")).isEqualTo(40_600);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(books.tips(listing)).isEqualTo(usd(0));
    books.hold();
  }

  /** A part that failed may be all that is left by the time it is tried again. */
  @Test
  void thePledgeIsOverOnceTheLastPartIsGivenAgain() throws Exception {
    transaction.begin();
    part(new Refunds.Part(usd(200), usd(2)));
    books.loseMessage();
    transaction.commit();
    assertThat(
            sql.change(
                "UPDATE payment_refund SET state = 'FAILED', ask_at = NULL WHERE pledge = ?",
                pledge.value()))
        .isEqualTo(1);
    transaction.begin();
    part(new Refunds.Part(usd(400), usd(4)));
    transaction.commit();
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    retry.handle(new RetryRefund.Command(officer, failed()));
    campaigns.pass(Duration.ofMinutes(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.keptMinor(listing)).isZero();
    books.hold();
  }

  private void part(Refunds.Part part) {
    Pledge locked = pledges.lock(pledge);
    refunds.begin(locked, paid(), RefundReason.LATE, part, false, null, clock.instant());
  }

  /** A dispute that was lost shows on the receipt, though another was won later. */
  @Test
  void aDisputeThatWasLostStaysOnTheReceipt() {
    gateway.dispute(paid().charge());
    campaigns.pass(Duration.ofMinutes(1));
    decide("lost");
    assertThat(
            sql.change(
                "INSERT INTO payment_dispute (dispute, pledge, listing, amount_minor, fee_minor,"
                    + " currency, state, opened_at, attempt) SELECT CONCAT(dispute, '-2'), pledge,"
                    + " listing, amount_minor, fee_minor, currency, 'WON',"
                    + " opened_at + INTERVAL 1 DAY, attempt FROM payment_dispute WHERE pledge = ?",
                pledge.value()))
        .isEqualTo(1);
    assertThat(receipts.own(pledge, investor.party()).state())
        .isEqualTo(Receipt.State.CHARGED_BACK);
  }

  private long told(String kind) {
    return sql.number(
        "SELECT COUNT(*) FROM notice WHERE party_id = ? AND kind = ?",
        investor.party().value(),
        kind);
  }

  private String rows() {
    return sql.list(
            "SELECT CONCAT_WS(' ', state, reason, resolved)"
                + " FROM payment_refund WHERE pledge = ? ORDER BY id",
            row -> row.getString(1),
            pledge.value())
        .toString();
  }

  private Attempt paid() {
    return attempts.paid(pledge).orElseThrow();
  }

  private void decide(String verdict) {
    gateway.decide(disputes.of(pledge).get(0).id(), verdict);
    campaigns.pass(Duration.ofMinutes(1));
  }

  private static void refused(Runnable work, Refusal refusal) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
