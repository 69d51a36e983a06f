package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.ledger.AccountKind.DISPUTES_RECEIVABLE;
import static wasl.ledger.AccountKind.DISPUTE_FEES;
import static wasl.ledger.AccountKind.ESCROW_BANK;
import static wasl.ledger.AccountKind.GATEWAY_CLEARING;
import static wasl.ledger.AccountKind.GATEWAY_FEES;
import static wasl.ledger.AccountKind.LISTING_ESCROW;
import static wasl.ledger.AccountKind.OPERATING_BANK;
import static wasl.ledger.AccountKind.PLATFORM_LOSS;
import static wasl.ledger.AccountKind.REFUNDS_PAYABLE;
import static wasl.ledger.AccountKind.TIPS_HELD;
import static wasl.ledger.AccountKind.TIP_INCOME;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountOwner;
import wasl.ledger.AccountRef;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalEntry.Line;
import wasl.ledger.JournalReference;
import wasl.ledger.JournalType;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;

/** Each row of the product's table of money, as far as payment moves it. */
class PaymentPostingsTest {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant LATER = AT.plusSeconds(60);
  private static final ListingId LISTING = new ListingId(71);
  private static final PledgeId PLEDGE = new PledgeId(72);
  private static final JournalReference ABOUT_CHARGE = new JournalReference(71L, 72L, "ch_1");
  private static final JournalReference ABOUT_DISPUTE = new JournalReference(71L, 72L, "dp_1");
  private static final StripeGateway.DisputeAnswer DISPUTE =
      new StripeGateway.DisputeAnswer(
          "dp_1", "ch_1", "pi_1", usd(5_300), usd(1_500), "lost", "fraudulent", LATER, null);

  @Test
  void collectsPledgeAndTip() {
    same(
        PaymentPostings.collected(attempt(300), paid()),
        JournalType.PLEDGE_COLLECTED,
        "pledge-collected:" + Ids.text(73),
        LATER,
        ABOUT_CHARGE,
        debit(GATEWAY_CLEARING, 5_300),
        credit(LISTING_ESCROW, 5_000),
        credit(TIPS_HELD, 300));
  }

  @Test
  void collectsWithoutATip() {
    assertThat(PaymentPostings.collected(attempt(0), paid()).lines())
        .containsExactly(debit(GATEWAY_CLEARING, 5_000), credit(LISTING_ESCROW, 5_000));
  }

  @Test
  void bearsTheGatewaysFee() {
    same(
        PaymentPostings.gatewayFee(attempt(300), "ch_1", usd(184), LATER),
        JournalType.GATEWAY_FEE,
        "gateway-fee:ch_1",
        LATER,
        ABOUT_CHARGE,
        debit(GATEWAY_FEES, 184),
        credit(GATEWAY_CLEARING, 184));
  }

  @Test
  void refundsPledgeAndTip() {
    same(
        PaymentPostings.refund(refund(300), "re_1", LATER, usd(5_000), usd(300)),
        JournalType.REFUND,
        "refund:" + Ids.text(74),
        LATER,
        new JournalReference(71L, 72L, "re_1"),
        debit(LISTING_ESCROW, 5_000),
        debit(TIPS_HELD, 300),
        credit(GATEWAY_CLEARING, 5_300));
  }

  @Test
  void refundsWithoutATip() {
    assertThat(PaymentPostings.refund(refund(0), "re_1", LATER, usd(5_000), usd(0)).lines())
        .containsExactly(debit(LISTING_ESCROW, 5_000), credit(GATEWAY_CLEARING, 5_000));
  }

  @Test
  void refundsBeyondTheEscrowAtThePlatformsLoss() {
    assertThat(PaymentPostings.refund(refund(300), "re_1", LATER, usd(1_000), usd(0)).lines())
        .containsExactly(
            debit(LISTING_ESCROW, 1_000),
            debit(PLATFORM_LOSS, 4_300),
            credit(GATEWAY_CLEARING, 5_300));
  }

  @Test
  void triesAFailedRefundAgainOutOfWhatIsOwed() {
    JournalEntry retried = PaymentPostings.refundRetried(refund(300), "re_2", LATER);
    assertThat(retried.effectiveAt()).isEqualTo(LATER);
    assertThat(retried.lines())
        .containsExactly(debit(REFUNDS_PAYABLE, 5_300), credit(GATEWAY_CLEARING, 5_300));
  }

  @Test
  void losesFirstWhatIsOwedToTheSameCardholder() {
    assertThat(
            PaymentPostings.disputeLost(
                    attempt(300), DISPUTE, usd(5_300), new Refunds.Part(usd(0), usd(0)), LATER)
                .lines())
        .containsExactly(debit(REFUNDS_PAYABLE, 5_300), credit(DISPUTES_RECEIVABLE, 5_300));
  }

  @Test
  void owesWhatTheBankSentBack() {
    same(
        PaymentPostings.refundFailed(refund(300), "re_1", LATER),
        JournalType.REFUND_FAILED,
        "refund-failed:" + Ids.text(74),
        LATER,
        new JournalReference(71L, 72L, "re_1"),
        debit(GATEWAY_CLEARING, 5_300),
        credit(REFUNDS_PAYABLE, 5_300));
  }

  @Test
  void earnsTheTipsOfAFundedListing() {
    same(
        PaymentPostings.tipsEarned(LISTING, usd(300), AT),
        JournalType.TIPS_EARNED,
        "tips-earned:" + LISTING,
        AT,
        new JournalReference(71L, null, null),
        debit(TIPS_HELD, 300),
        credit(TIP_INCOME, 300));
  }

  @Test
  void disputesTakeTheAmountAndAFee() {
    same(
        PaymentPostings.disputeOpened(attempt(300), DISPUTE),
        JournalType.DISPUTE_OPENED,
        "dispute-opened:dp_1",
        LATER,
        ABOUT_DISPUTE,
        debit(DISPUTES_RECEIVABLE, 5_300),
        credit(GATEWAY_CLEARING, 5_300));
    same(
        PaymentPostings.disputeFee(attempt(300), DISPUTE),
        JournalType.DISPUTE_FEE,
        "dispute-fee:dp_1",
        LATER,
        ABOUT_DISPUTE,
        debit(DISPUTE_FEES, 1_500),
        credit(GATEWAY_CLEARING, 1_500));
  }

  @Test
  void aRefundThatFailsAfterItsChargeWasLostIsNotOwed() {
    same(
        PaymentPostings.refundChargedBack(refund(300), usd(5_300), "dp_1", LATER),
        JournalType.REFUND_CHARGED_BACK,
        "refund-charged-back:" + Ids.text(74),
        LATER,
        ABOUT_DISPUTE,
        debit(REFUNDS_PAYABLE, 5_300),
        credit(PLATFORM_LOSS, 5_300));
  }

  @Test
  void aDisputeThatIsWonComesBack() {
    JournalEntry won = PaymentPostings.disputeWon(attempt(300), DISPUTE, AT);
    assertThat(won.effectiveAt()).isEqualTo(AT);
    assertThat(won.type()).isEqualTo(JournalType.DISPUTE_WON);
    assertThat(won.idempotencyKey()).isEqualTo("dispute-won:dp_1");
    assertThat(won.reference()).isEqualTo(ABOUT_DISPUTE);
    assertThat(won.lines())
        .containsExactly(debit(GATEWAY_CLEARING, 5_300), credit(DISPUTES_RECEIVABLE, 5_300));
  }

  @Test
  void aDisputeThatIsLostFallsOnEscrowTipsAndThenThePlatform() {
    same(
        lost(4_000, 300),
        JournalType.DISPUTE_LOST,
        "dispute-lost:dp_1",
        LATER,
        ABOUT_DISPUTE,
        debit(LISTING_ESCROW, 4_000),
        debit(TIPS_HELD, 300),
        debit(PLATFORM_LOSS, 1_000),
        credit(DISPUTES_RECEIVABLE, 5_300));
    assertThat(lost(5_000, 300).lines())
        .containsExactly(
            debit(LISTING_ESCROW, 5_000),
            debit(TIPS_HELD, 300),
            credit(DISPUTES_RECEIVABLE, 5_300));
    assertThat(lost(0, 0).lines())
        .containsExactly(debit(PLATFORM_LOSS, 5_300), credit(DISPUTES_RECEIVABLE, 5_300));
  }

  @Test
  void moreThanWasDisputedCannotBeLost() {
    assertThatThrownBy(() -> lost(5_300, 300)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void paysOutToTheEscrowBank() {
    same(
        PaymentPostings.payout(
            new StripeGateway.PayoutAnswer("po_1", usd(90_000), "paid", LATER), 1),
        JournalType.GATEWAY_PAYOUT,
        "gateway-payout:po_1",
        LATER,
        JournalReference.to("po_1"),
        debit(ESCROW_BANK, 90_000),
        credit(GATEWAY_CLEARING, 90_000));
  }

  @Test
  void topsUpFromTheOperatingBank() {
    same(
        PaymentPostings.topUp("k1", usd(700), "transfer 7", AT),
        JournalType.CLEARING_TOP_UP,
        "clearing-top-up:k1",
        AT,
        JournalReference.to("transfer 7"),
        debit(GATEWAY_CLEARING, 700),
        credit(OPERATING_BANK, 700));
  }

  private static JournalEntry lost(long escrow, long tips) {
    return PaymentPostings.disputeLost(
        attempt(300), DISPUTE, usd(0), new Refunds.Part(usd(escrow), usd(tips)), LATER);
  }

  private static void same(
      JournalEntry entry,
      JournalType type,
      String key,
      Instant at,
      JournalReference about,
      Line... lines) {
    assertThat(entry).isEqualTo(new JournalEntry(type, key, at, about, List.of(lines)));
  }

  private static Line debit(AccountKind kind, long minor) {
    return Line.debit(account(kind), usd(minor));
  }

  private static Line credit(AccountKind kind, long minor) {
    return Line.credit(account(kind), usd(minor));
  }

  private static AccountRef account(AccountKind kind) {
    return kind.owner() == AccountOwner.PLATFORM
        ? AccountRef.of(kind, Currency.USD)
        : AccountRef.of(kind, Currency.USD, LISTING.value());
  }

  private static ChargeOutcome.Paid paid() {
    return new ChargeOutcome.Paid("pi_1", "ch_1", LATER, usd(184));
  }

  private static Attempt attempt(long tip) {
    return AttemptTest.attempt(AttemptState.STARTED, usd(5_000), usd(tip));
  }

  private static Refund refund(long tip) {
    return new Refund(
        74,
        PLEDGE,
        LISTING,
        73,
        RefundState.STARTED,
        RefundReason.UNFUNDED,
        usd(5_000),
        usd(tip),
        true,
        null,
        null,
        null,
        0,
        AT,
        AT);
  }

  private static Money usd(long minor) {
    return Money.minor(minor, Currency.USD);
  }
}
