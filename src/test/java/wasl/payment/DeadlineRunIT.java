package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRuns;
import wasl.pledge.PledgeState;
import wasl.pledge.RunPortion;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Refusal;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The deadline run under a gateway in trouble, and held by the finance desk. */
@ExtendWith(ArquillianExtension.class)
class DeadlineRunIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Attempts attempts;
  @Inject private Cards cards;
  @Inject private PayNow payNow;
  @Inject private PauseCharging pause;
  @Inject private EndPause resume;
  @Inject private ChargePauses pauses;
  @Inject private ListingQueries listings;
  @Inject private BeginAttempt begin;
  @Inject private RetryCharge retry;
  @Inject private RunPortion run;
  @Inject private RememberCharges remember;
  @Inject private ChargingQueries queries;
  @Inject private Together together;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private final Actor officer =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

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
    for (ChargePauses.Pause one : pauses.open()) {
      resume.handle(new EndPause.Command(officer, one.listing()));
    }
  }

  @Test
  void beginsAnewSoonAfterAFailureThatTheGatewayKeepsUnderTheKey() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 2, GatewayFixtures.GOOD);
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"status_kept\",\"status\":500}");
    campaigns.passDeadline(listing);
    campaigns.pass(Duration.ofMinutes(2));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(2);
    books.chargedOnce(pledge);
    books.agreeWithTheGateway(listing);
  }

  @Test
  @Tag("long")
  void beginsNothingAnewWhereTheGatewayHasBookedAndKeepsAFailure() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"status_after\",\"status\":500}");
    campaigns.passDeadline(listing);
    campaigns.pass(Duration.ofMinutes(2));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(1);
    books.chargedOnce(pledge);
  }

  @Test
  @Tag("long")
  void chargesEverybodyOnceThoughTheGatewayTakesOnlyThreeASecond() {
    for (int i = 0; i < 10; i++) {
      gateway.pledged(investor, listing, 100, 0, GatewayFixtures.GOOD);
    }
    gateway.misbehave(
        "{\"path\":\"payment_intents\",\"kind\":\"limit\",\"perSecond\":3,\"millis\":1000}");
    campaigns.passDeadline(listing);
    campaigns.pass(Duration.ofMinutes(10));
    assertThat(gateway.charges(listing)).hasSize(10);
    assertThat(books.escrow(listing)).isEqualTo(CampaignFixtures.usd(1_000));
  }

  @Test
  void chargesNobodyWhileOneListingIsHeldAndEverybodyOnceAfterwards() {
    PledgeId one = gateway.pledged(investor, listing, 600, 0, GatewayFixtures.GOOD);
    PledgeId other = gateway.pledged(investor, listing, 400, 0, GatewayFixtures.GOOD);
    ListingId free = campaigns.live(1_000);
    PledgeId elsewhere = gateway.pledged(investor, free, 1_000, 0, GatewayFixtures.GOOD);
    pause.handle(new PauseCharging.Command(officer, listing, "The bank asks to wait."));
    campaigns.passDeadline(free);

    assertThat(gateway.state(elsewhere)).isEqualTo(PledgeState.COLLECTED);
    assertThat(gateway.state(one)).isEqualTo(PledgeState.CHARGING);
    assertThat(gateway.charges(listing)).isEmpty();
    assertThat(attempts.last(one)).isEmpty();

    // not even the end of the window decides what is held
    campaigns.skipWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.COLLECTING);

    resume.handle(new EndPause.Command(officer, listing));
    campaigns.pass(Duration.ofMinutes(1));
    books.chargedOnce(one);
    books.chargedOnce(other);
    campaigns.skipWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.FUNDED);
  }

  @Test
  void whoCannotPayDuringAPauseIsNotDroppedAndHasTimeAfterwards() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.ASKS_ALWAYS);
    campaigns.passDeadline(listing);
    pause.handle(new PauseCharging.Command(officer, listing, "The bank asks to wait."));
    campaigns.skipWindow(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.COLLECTING);

    resume.handle(new EndPause.Command(officer, listing));
    campaigns.pass(Duration.ofHours(71));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    gateway.saveCard(pledge, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    books.chargedOnce(pledge);
    campaigns.skipWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.FUNDED);
  }

  @Test
  void pausesOfOneListingAndOfAllMoveItsWindowByTheTimeInEither() {
    gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.ASKS_ALWAYS);
    campaigns.passDeadline(listing);
    final Instant before = listings.facts(listing).collectingUntil();
    final Instant begun = clock.instant();
    pause.handle(new PauseCharging.Command(officer, listing, "The bank asks to wait."));
    campaigns.pass(Duration.ofDays(1));
    pause.handle(new PauseCharging.Command(officer, null, "All banks ask to wait."));
    campaigns.pass(Duration.ofDays(1));
    resume.handle(new EndPause.Command(officer, listing));
    campaigns.pass(Duration.ofDays(1));
    pause.handle(new PauseCharging.Command(officer, listing, "It asks once more."));
    campaigns.pass(Duration.ofDays(1));
    resume.handle(new EndPause.Command(officer, listing));
    campaigns.pass(Duration.ofDays(1));
    resume.handle(new EndPause.Command(officer, null));
    Duration moved = Duration.between(before, listings.facts(listing).collectingUntil());
    assertThat(moved).isCloseTo(Duration.between(begun, clock.instant()), Duration.ofMinutes(2));
  }

  @Test
  void aPauseOfAllThatEndsWhileItIsSuspendedIsNotLost() {
    gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.ASKS_ALWAYS);
    campaigns.passDeadline(listing);
    final Instant before = listings.facts(listing).collectingUntil();
    final Instant begun = clock.instant();
    pause.handle(new PauseCharging.Command(officer, null, "All banks ask to wait."));
    campaigns.pass(Duration.ofDays(1));
    campaigns.suspend(listing);
    campaigns.pass(Duration.ofDays(1));
    resume.handle(new EndPause.Command(officer, null));
    campaigns.resume(listing);
    Duration moved = Duration.between(before, listings.facts(listing).collectingUntil());
    assertThat(moved).isCloseTo(Duration.between(begun, clock.instant()), Duration.ofMinutes(2));
  }

  @Test
  void whoPaysNowIsNotChargedEitherWhileFinanceHoldsIt() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    pause.handle(new PauseCharging.Command(officer, listing, "The bank asks to wait."));
    campaigns.passDeadline(listing);
    PayNow.Command pay = new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back");
    assertThatThrownBy(() -> payNow.handle(pay))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal()).isEqualTo(new PaymentRefused.ChargingPaused()));
    assertThat(begin.handle(new BeginAttempt.Command(Actor.SYSTEM, pledge, true))).isEmpty();
    assertThat(gateway.charges(pledge)).isEmpty();
  }

  @Test
  void aRunThatIsOverLeadsNobodyOn() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    // as a node has it that read it before the listing was stopped
    PledgeRuns.Run over =
        new PledgeRuns.Run(
            Ids.next(), listing, PledgeRuns.Kind.CHARGE, false, clock.instant(), null);
    assertThat(run.handle(new RunPortion.Command(Actor.SYSTEM, over, clock.instant()))).isZero();
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.FIRM);
  }

  @Test
  void aPaymentWhoseProcessDiedBeforeItsAttemptIsMadeAfterAll() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.issuer(cards.card(pledge).orElseThrow().paymentMethod(), "insufficient_funds", 1);
    campaigns.passDeadline(listing);
    retry.handle(new RetryCharge.Command(investor, pledge, true));
    remember.handle(new RememberCharges.Command(Actor.SYSTEM));
    campaigns.pass(Duration.ofMinutes(5));
    assertThat(gateway.state(pledge)).as("it may be under way").isEqualTo(PledgeState.CHARGING);

    campaigns.pass(Duration.ofMinutes(6));
    remember.handle(new RememberCharges.Command(Actor.SYSTEM));
    campaigns.pass(Duration.ZERO);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
  }

  @Test
  void anUnclearChargeIsAskedAboutButNotSentAgainWhileAllIsHeld() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_before\",\"times\":2}");
    campaigns.passDeadline(listing);
    pause.handle(new PauseCharging.Command(officer, null, "The gateway is in trouble."));
    campaigns.pass(Duration.ofMinutes(30));
    assertThat(gateway.charges(pledge)).hasSizeLessThan(2);
    assertThat(queries.pace().paused()).isTrue();
    assertThat(queries.pace().end()).isNull();

    resume.handle(new EndPause.Command(officer, null));
    campaigns.pass(Duration.ofMinutes(30));
    books.chargedOnce(pledge);
  }

  @Test
  void chargesNobodyWhileTheListingIsSuspendedAndEverybodyOnceAfterwards() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_before\",\"times\":1000}");
    campaigns.passDeadline(listing);
    campaigns.suspend(listing);
    gateway.behave();
    campaigns.pass(Duration.ofMinutes(5));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);
    assertThat(gateway.charges(pledge)).isEmpty();

    campaigns.resume(listing);
    campaigns.pass(Duration.ofMinutes(10));
    books.chargedOnce(pledge);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
  }

  @Test
  void isPausedOnceHoweverManyAskAtOnce() throws Exception {
    long done =
        together
            .times(
                6,
                () -> {
                  try {
                    pause.handle(new PauseCharging.Command(officer, listing, "Together."));
                    return true;
                  } catch (Refused refused) {
                    assertThat(refused.refusal()).isEqualTo(new PaymentRefused.AlreadyPaused());
                    return false;
                  }
                })
            .stream()
            .filter(paused -> paused)
            .count();
    assertThat(done).isEqualTo(1);
    resume.handle(new EndPause.Command(officer, listing));
    refused(
        () -> resume.handle(new EndPause.Command(officer, listing)),
        new PaymentRefused.NotPaused());
    refused(
        () -> pause.handle(new PauseCharging.Command(officer, listing, " ")),
        new PaymentRefused.NoReason(500));
  }

  @Test
  void aPauseIsNeitherChangedNorRemovedInTheDatabase() {
    pause.handle(new PauseCharging.Command(officer, listing, "As it was."));
    String where = " WHERE listing = " + listing.value();
    assertThatThrownBy(() -> sql.change("UPDATE payment_pause SET reason = 'x'" + where))
        .isInstanceOf(Sql.DatabaseFault.class);
    resume.handle(new EndPause.Command(officer, listing));
    assertThatThrownBy(
            () -> sql.change("UPDATE payment_pause SET resumed_by = resumed_by + 1" + where))
        .isInstanceOf(Sql.DatabaseFault.class);
    assertThatThrownBy(() -> sql.change("DELETE FROM payment_pause" + where))
        .isInstanceOf(Sql.DatabaseFault.class);
  }

  @Test
  void anInvestorPaysNeitherWithAStolenCardNorWhileAllIsHeld() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    String card = cards.card(pledge).orElseThrow().paymentMethod();
    gateway.issuer(card, "insufficient_funds", 1);
    campaigns.passDeadline(listing);
    PayNow.Command pay = new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back");
    pause.handle(new PauseCharging.Command(officer, null, "Held."));
    refused(() -> payNow.handle(pay), new PaymentRefused.ChargingPaused());
    resume.handle(new EndPause.Command(officer, null));
    gateway.issuer(card, "stolen_card", 1);
    payNow.handle(pay);
    campaigns.pass(Duration.ZERO);

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    refused(() -> payNow.handle(pay), new PaymentRefused.OtherCardNeeded());
    assertThat(gateway.charges(pledge)).isEmpty();
  }

  private static void refused(Runnable work, Refusal refusal) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
