package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.pledge.PledgeEvent;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Sql;

/** What is harder than a decline: lost answers while the investor waits, suspensions, disputes. */
@ExtendWith(ArquillianExtension.class)
class RepairIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Attempts attempts;
  @Inject private PledgeTimelines timelines;
  @Inject private Repairs repairs;
  @Inject private Cards cards;
  @Inject private PayNow payNow;
  @Inject private Charger charger;
  @Inject private SettleAttempt settle;
  @Inject private Sql sql;

  private Actor investor;
  private ListingId listing;

  @BeforeEach
  void aCampaign() {
    gateway.behave();
    investor = campaigns.investor();
    listing = campaigns.live(1_000);
  }

  @AfterEach
  void behaveAgain() {
    gateway.behave();
  }

  @Test
  void aLostAnswerWhileTheInvestorWaitsIsNoDecline() {
    PledgeId pledge = declinedOnce();
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_after\",\"times\":2}");
    PayNow.Command pay = new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back");
    assertThat(payNow.handle(pay)).isEmpty();
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);

    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
  }

  @Test
  void aCallThatMayStillBeOnItsWayIsNotGivenUp() {
    PledgeId pledge = declinedOnce();
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_before\",\"times\":2}");
    PayNow.Command pay = new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back");
    assertThat(payNow.handle(pay)).isEmpty();
    campaigns.pass(Duration.ofMinutes(2));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);

    campaigns.pass(Duration.ofMinutes(20));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    assertThat(gateway.charges(pledge)).isEmpty();
    gateway.saveCard(pledge, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    books.chargedOnce(pledge);
  }

  @Test
  void aSecondClickWhileTheFirstIsOnItsWayBeginsNothingNew() {
    PledgeId pledge = declinedOnce();
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_before\",\"times\":2}");
    PayNow.Command pay = new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back");
    assertThat(payNow.handle(pay)).isEmpty();
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(2);

    assertThat(payNow.handle(pay)).isEmpty();
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(2);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);
  }

  @Test
  void whoIsAtTheBanksPageIsNotInterruptedByTheRun() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.ASKS_ALWAYS);
    campaigns.passDeadline(listing);
    String page =
        payNow
            .handle(new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back"))
            .orElseThrow();
    // a message of the run that comes late
    charger.charge(new PledgeEvent.PledgeChargeDue(pledge, listing, investor.party()));
    gateway.authenticate(page, "approve");
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
  }

  @Test
  void moneyOfAnAttemptThatWasThoughtLostLeavesThePledgeCollected() {
    PledgeId pledge = declinedOnce();
    Attempt lost = attempts.last(pledge).orElseThrow();
    gateway.saveCard(pledge, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);

    ChargeOutcome paid =
        new ChargeOutcome.Paid(
            "pi_lost", "ch_lost", attempts.last(pledge).orElseThrow().startedAt(), null);
    settle.handle(new SettleAttempt.Command(Actor.SYSTEM, lost.id(), paid));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(told("PLEDGE_CHARGE_RETURNED")).as("told of the money that goes back").isEqualTo(1);
    assertThat(timelines.of(gateway.view(pledge)))
        .as("both charges and what became of the one too many")
        .extracting(PledgeMoment::kind)
        .contains(PledgeMoment.Kind.REFUND_FAILED)
        .filteredOn(PledgeMoment.Kind.CHARGED::equals)
        .hasSize(2);
  }

  @Test
  void moneyOfAnAttemptThatWasThoughtLostPaysForAPledgeThatNothingElsePays() {
    PledgeId pledge = declinedOnce();
    Attempt lost = attempts.last(pledge).orElseThrow();
    ChargeOutcome paid =
        new ChargeOutcome.Paid("pi_" + pledge, "ch_" + pledge, lost.startedAt(), null);
    settle.handle(new SettleAttempt.Command(Actor.SYSTEM, lost.id(), paid));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(repairs.find(pledge).orElseThrow().retryAt()).isNull();
    campaigns.pass(Duration.ZERO);
    assertThat(books.escrow(listing)).isEqualTo(usd(1_000));
    assertThat(books.journals(pledge, "REFUND")).isZero();
    assertThat(told("PLEDGE_COLLECTED")).isEqualTo(1);
    assertThat(told("PLEDGE_CHARGE_RETURNED")).isZero();
  }

  private long told(String kind) {
    return sql.number(
        "SELECT COUNT(*) FROM notice WHERE party_id = ? AND kind = ?",
        investor.party().value(),
        kind);
  }

  @Test
  void aCardThatIsSavedWhileTheOtherIsChargedTakesNothingAway() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    String first = cards.card(pledge).orElseThrow().paymentMethod();
    String page = gateway.gatewayPage(pledge, Lang.EN).orElseThrow();
    gateway.misbehave(
        "{\"path\":\"payment_intents\",\"kind\":\"status\",\"status\":500,\"times\":50}");
    campaigns.passDeadline(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);

    gateway.enterCard(page, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    assertThat(cards.card(pledge).orElseThrow().paymentMethod()).isEqualTo(first);
  }

  @Test
  void theCardOfAFirmPledgeStaysOnceCancellingHasEnded() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.saveCard(pledge, GatewayFixtures.GOOD);
    String second = cards.card(pledge).orElseThrow().paymentMethod();
    String page = gateway.gatewayPage(pledge, Lang.EN).orElseThrow();
    campaigns.passInstant(gateway.view(pledge).cancelUntil());

    assertThat(gateway.gatewayPage(pledge, Lang.EN)).isEmpty();
    gateway.enterCard(page, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    assertThat(cards.card(pledge).orElseThrow().paymentMethod()).isEqualTo(second);
    campaigns.passDeadline(listing);
    assertThat(attempts.paid(pledge).orElseThrow().paymentMethod()).isEqualTo(second);
  }

  private PledgeId declinedOnce() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.issuer(cards.card(pledge).orElseThrow().paymentMethod(), "insufficient_funds", 1);
    campaigns.passDeadline(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    return pledge;
  }

  @Test
  void triesNothingWhileSuspendedAndGoesOnAfterwards() {
    PledgeId pledge = declinedOnce();
    campaigns.suspend(listing);
    campaigns.pass(Duration.ofDays(2));
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(1);
    assertThat(repairs.find(pledge).orElseThrow().retryAt()).isNotNull();

    campaigns.resume(listing);
    campaigns.pass(Duration.ZERO);
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(2);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
  }

  @Test
  void aLostDisputeIsBorneByTheEscrowAndTheListingFails() {
    PledgeId disputed = gateway.pledged(investor, listing, 600, 2, GatewayFixtures.DISPUTED);
    PledgeId good = gateway.pledged(investor, listing, 400, 0, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
    assertThat(gateway.state(disputed)).isEqualTo(PledgeState.DISPUTED);
    assertThat(books.journals(disputed, "DISPUTE_OPENED")).isEqualTo(1);
    assertThat(books.journals(disputed, "DISPUTE_FEE")).isEqualTo(1);
    assertThat(books.escrow(listing)).isEqualTo(usd(1_000));

    gateway.answerDispute(disputed, "losing_evidence");
    campaigns.pass(Duration.ofHours(1));
    assertThat(gateway.state(disputed)).isEqualTo(PledgeState.CHARGED_BACK);
    assertThat(books.journals(disputed, "DISPUTE_LOST")).isEqualTo(1);
    assertThat(books.escrow(listing)).isEqualTo(usd(400));
    assertThat(books.tips(listing)).isEqualTo(usd(0));

    campaigns.skipWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.UNFUNDED);
    assertThat(gateway.state(good)).isEqualTo(PledgeState.REFUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
  }

  @Test
  void aWonDisputeCountsAsCollectedAgain() {
    PledgeId disputed = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.DISPUTED);
    campaigns.passDeadline(listing);
    gateway.answerDispute(disputed, "winning_evidence");
    campaigns.pass(Duration.ofHours(1));
    assertThat(gateway.state(disputed)).isEqualTo(PledgeState.COLLECTED);
    assertThat(books.journals(disputed, "DISPUTE_WON")).isEqualTo(1);

    campaigns.skipWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.FUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(1_000));
  }
}
