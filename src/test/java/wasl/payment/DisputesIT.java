package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
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
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.ledger.Ledger;
import wasl.ledger.VerifyLedger;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
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
  @Inject private AnswerDispute answer;
  @Inject private Ledger ledger;
  @Inject private Balances balances;
  @Inject private VerifyLedger verify;
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
    holds();
  }

  @Test
  void aRefundThatADisputeStoppedIsTriedAgainWhenItIsWonAndElseATask() throws Exception {
    whileRefunding(() -> gateway.dispute(paid().charge()));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    campaigns.stop(listing);
    decide("won");

    assertThat(books.journals(pledge, "DISPUTE_WON")).isEqualTo(1);
    // this gateway gives nothing back on a charge that was ever disputed: it waits for an officer
    assertThat(rows()).isEqualTo("[FAILED LATE RETRIED, FAILED LATE]");
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(books.escrow(listing)).isEqualTo(usd(600));
    holds();
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
    holds();
  }

  /** Does something at the gateway while it keeps the application waiting for a refund. */
  private void whileRefunding(Runnable work) throws Exception {
    gateway.misbehave("{\"path\":\"refunds\",\"kind\":\"hang\",\"millis\":3000,\"times\":3}");
    transaction.begin();
    refunds.begin(pledges.lock(pledge), paid(), RefundReason.LATE, clock.instant());
    transaction.commit();
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDING);
    work.run();
    campaigns.pass(Duration.ofMinutes(1));
  }

  @Test
  void whatAFailedRefundLeftOwingBearsTheLostDispute() {
    refundSentBack();
    gateway.dispute(paid().charge());
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    Money owed = payable();
    refused(failed(), new PaymentRefused.Disputed());
    decide("lost");

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGED_BACK);
    assertThat(owed.minus(payable())).isEqualTo(usd(606));
    assertThat(refunds.unresolved(paid())).isEmpty();
    holds();
  }

  @Test
  void aRefundThatWasSentBackIsTriedAgainOnce() {
    refundSentBack();
    Money owed = payable();
    long failed = failed();
    retry.handle(new RetryRefund.Command(officer, failed));
    refused(failed, new PaymentRefused.NotFailed());
    campaigns.pass(Duration.ofMinutes(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(owed.minus(payable())).isEqualTo(usd(606));
    assertThat(books.journals(pledge, "REFUND")).isEqualTo(2);
    assertThat(gateway.keptMinor(listing)).isZero();
    holds();
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
    tranche(usd(333));
    campaigns.stop(listing);
    campaigns.pass(Duration.ofHours(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.state(other)).isEqualTo(PledgeState.REFUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(gateway.charges(pledge).get(0).getInt("amount_refunded")).isEqualTo(40_020);
    assertThat(gateway.charges(other).get(0).getInt("amount_refunded")).isEqualTo(26_680);
    holds();
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
    holds();
  }

  private String rows() {
    return sql.list(
            "SELECT CONCAT_WS(' ', state, reason, resolved, gateway_refund, retry_of)"
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

  private Money payable() {
    return balances.of(AccountRef.of(AccountKind.REFUNDS_PAYABLE, Currency.USD));
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
