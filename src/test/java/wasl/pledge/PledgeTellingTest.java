package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static wasl.pledge.PledgeFixtures.DEADLINE;
import static wasl.pledge.PledgeFixtures.INVESTOR;
import static wasl.pledge.PledgeFixtures.LISTING;
import static wasl.pledge.PledgeFixtures.NOON;
import static wasl.pledge.PledgeFixtures.aPledge;
import static wasl.pledge.PledgeFixtures.in;
import static wasl.pledge.PledgeFixtures.placed;
import static wasl.pledge.PledgeFixtures.usd;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.Refused;

/** What a pledge tells of itself: its events once each, its terms, its announcement. */
class PledgeTellingTest {

  private static final Instant UNTIL = DEADLINE.minus(Pledge.CANCEL_BEFORE_DEADLINE);

  @Test
  void tellsItsTermsAsTheyWereWhenItWasPlaced() {
    PledgeId id = PledgeId.next();
    Pledge pledge =
        Pledge.place(
            id,
            LISTING,
            INVESTOR,
            usd(5_000),
            usd(100),
            new Pledge.Terms(
                true, "SE", 1, new AcceptedMandate("v7", Lang.EN, "hash", "words"), "secret"),
            NOON);
    assertThat(pledge.id()).isEqualTo(id);
    assertThat(pledge.listing()).isEqualTo(LISTING);
    assertThat(pledge.investor()).isEqualTo(INVESTOR);
    assertThat(pledge.publicName()).isTrue();
    assertThat(aPledge().publicName()).isFalse();
    assertThat(pledge.country()).isEqualTo("SE");
    assertThat(pledge.mandate()).isEqualTo("v7");
    assertThat(pledge.mandateLang()).isEqualTo("EN");
    assertThat(pledge.mandateHash()).isEqualTo("hash");
    assertThat(pledge.paySecret()).isEqualTo("secret");
    assertThat(pledge.placedAt()).isEqualTo(NOON);
    assertThat(pledge.endedAt()).isNull();
    assertThat(pledge.reflectingUntil()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    assertThat(aPledge().reflectingUntil()).isNull();
    assertThat(pledge.tip()).isEqualTo(usd(100));
  }

  @Test
  void tellsEachStepOnceInItsOrder() {
    Pledge pledge = aPledge();
    assertThat(pledge.takeEvents()).containsExactly(told(pledge, PledgeEvent.PledgePlaced::new));
    assertThat(pledge.takeEvents()).isEmpty();
    tells(pledge, p -> p.confirm(NOON), PledgeEvent.PledgeConfirmed::new);
    tells(pledge, p -> p.charge(DEADLINE), PledgeEvent.PledgeChargeDue::new);
    pledge.decline("EXPIRED", DEADLINE);
    assertThat(pledge.takeEvents())
        .containsExactly(
            new PledgeEvent.PledgeNeedsRepair(pledge.id(), LISTING, INVESTOR, "EXPIRED"));
    // whoever pays is there: nobody else must be told to charge
    pledge.chargeOnSession(DEADLINE);
    assertThat(pledge.takeEvents()).isEmpty();
    assertThat(pledge.state()).isEqualTo(PledgeState.CHARGING);
    tells(pledge, p -> p.collect(DEADLINE), PledgeEvent.PledgeCollected::new);
    tells(pledge, p -> p.askRefund(DEADLINE), PledgeEvent.PledgeRefunding::new);
    tells(pledge, p -> p.refund(DEADLINE), PledgeEvent.PledgeRefunded::new);
    assertThat(pledge.endedAt()).isEqualTo(DEADLINE);
    tells(pledge, p -> p.failRefund(DEADLINE), PledgeEvent.PledgeRefundFailed::new);
    tells(pledge, p -> p.dispute(DEADLINE), PledgeEvent.PledgeDisputed::new);
    tells(pledge, p -> p.winDispute(DEADLINE), PledgeEvent.PledgeDisputeWon::new);
    pledge.dispute(DEADLINE);
    pledge.takeEvents();
    tells(pledge, p -> p.loseDispute(DEADLINE), PledgeEvent.PledgeChargedBack::new);
  }

  @Test
  void tellsHowItEnded() {
    ends(aPledge(), p -> p.expire(NOON), PledgeEvent.PledgeExpired::new);
    ends(aPledge(), p -> p.release(NOON), PledgeEvent.PledgeReleased::new);
    ends(in(PledgeState.FIRM), p -> p.cancel(DEADLINE, NOON), PledgeEvent.PledgeCancelled::new);
    ends(in(PledgeState.REPAIR), p -> p.drop(NOON), PledgeEvent.PledgeDropped::new);
  }

  @Test
  void tellsUntilWhenItReflects() {
    Pledge pledge = placed(24, NOON);
    pledge.takeEvents();
    pledge.confirm(NOON);
    assertThat(pledge.takeEvents())
        .containsExactly(
            new PledgeEvent.PledgeReflecting(
                pledge.id(), LISTING, INVESTOR, NOON.plus(Duration.ofHours(24))));
  }

  @Test
  void announcesItsChargeOnceTwoDaysBeforeCancellingEnds() {
    Pledge pledge = in(PledgeState.FIRM);
    pledge.takeEvents();
    Instant first = UNTIL.minus(Pledge.TOLD_BEFORE);
    assertThat(pledge.announceCharge(DEADLINE, first.minusNanos(1_000))).isFalse();
    assertThat(pledge.takeEvents()).isEmpty();
    assertThat(pledge.announceCharge(DEADLINE, first)).isTrue();
    assertThat(pledge.takeEvents())
        .containsExactly(
            new PledgeEvent.PledgeChargeAnnounced(pledge.id(), LISTING, INVESTOR, UNTIL, DEADLINE));
    assertThat(pledge.announceCharge(DEADLINE, first.plusSeconds(1))).isFalse();
    pledge.change(pledge.amount(), usd(50_000), 0, DEADLINE, first.plusSeconds(2));
    assertThat(pledge.announceCharge(DEADLINE, first.plusSeconds(2))).as("a new tip").isTrue();
  }

  @Test
  void announcesNothingFromTheDeadlineOn() {
    assertThat(in(PledgeState.FIRM).announceCharge(DEADLINE, DEADLINE)).isFalse();
    assertThat(in(PledgeState.FIRM).announceCharge(DEADLINE, DEADLINE.minusNanos(1_000))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void announcesOnlyWhatCanStillBeCancelled(PledgeState state) {
    boolean cancellable = state == PledgeState.FIRM || state == PledgeState.REFLECTING;
    assertThat(in(state).announceCharge(DEADLINE, UNTIL)).isEqualTo(cancellable);
  }

  @ParameterizedTest
  @EnumSource(
      value = PledgeState.class,
      names = {"REFLECTING", "FIRM"},
      mode = EnumSource.Mode.EXCLUDE)
  void isChangedAndCancelledOnlyWhileItsCardIsSavedAndUncharged(PledgeState state) {
    PledgeRefused changed = new PledgeRefused.StateChanged(state);
    assertThat(refusal(in(state), p -> p.change(usd(900), usd(0), 0, DEADLINE, NOON)))
        .isEqualTo(changed);
    // the state is named, not that it is too late
    assertThat(refusal(in(state), p -> p.cancel(DEADLINE, DEADLINE))).isEqualTo(changed);
  }

  @Test
  void isNotChangedWhenItIsTooLateToCancel() {
    assertThat(refusal(in(PledgeState.FIRM), p -> p.change(usd(9), usd(0), 0, DEADLINE, UNTIL)))
        .isEqualTo(new PledgeRefused.CancelClosed(UNTIL));
  }

  @Test
  void growsOnlyIfTheNewReflectionEndsByTheDeadline() {
    Instant last = DEADLINE.minus(Duration.ofHours(96));
    Pledge late = in(PledgeState.REFLECTING);
    assertThat(refusal(late, p -> p.change(usd(5_001), usd(0), 96, DEADLINE, last.plusSeconds(1))))
        .isEqualTo(new PledgeRefused.Late(DEADLINE.plusSeconds(1)));
    Pledge justInTime = in(PledgeState.REFLECTING);
    justInTime.change(usd(5_001), usd(0), 96, DEADLINE, last);
    assertThat(justInTime.reflectingUntil()).isEqualTo(DEADLINE);
    // while its listing is suspended the deadline still moves
    Pledge paused = in(PledgeState.REFLECTING);
    paused.change(usd(5_001), usd(0), 96, null, DEADLINE);
    assertThat(paused.reflectingUntil()).isEqualTo(DEADLINE.plus(Duration.ofHours(96)));
  }

  @Test
  void theSameAmountAgainIsNoNewOffer() {
    Pledge pledge = in(PledgeState.REFLECTING);
    Instant before = pledge.reflectingUntil();
    pledge.takeEvents();
    pledge.change(usd(5_000), usd(7), 96, DEADLINE, NOON.plusSeconds(60));
    assertThat(pledge.reflectingUntil()).isEqualTo(before);
    assertThat(pledge.tip()).isEqualTo(usd(7));
    assertThat(pledge.takeEvents()).containsExactly(told(pledge, PledgeEvent.PledgeChanged::new));
    Pledge grown = in(PledgeState.FIRM);
    grown.change(usd(6_000), usd(0), 0, DEADLINE, NOON);
    assertThat(grown.amount()).isEqualTo(Money.minor(6_000, Currency.USD));
  }

  @Test
  void aPartThatArrivesAfterTheRestCountsNoMoreShouldTheRestFail() {
    Pledge pledge = in(PledgeState.REFUNDED);
    pledge.takeMovements();
    pledge.refundPart(usd(2_000), usd(2_040), NOON);
    assertThat(pledge.takeMovements()).as("it counts nothing meanwhile").isEmpty();
    pledge.failRefund(NOON);
    assertThat(pledge.takeMovements())
        .singleElement()
        .satisfies(movement -> assertThat(movement.collected()).isEqualTo(3_000));
    assertThat(refusal(in(PledgeState.FIRM), p -> p.refundPart(usd(1), usd(1), NOON)))
        .isEqualTo(new PledgeRefused.StateChanged(PledgeState.FIRM));
  }

  private interface Telling {
    PledgeEvent of(PledgeId pledge, wasl.listing.ListingId listing, wasl.party.PartyId investor);
  }

  private static PledgeEvent told(Pledge pledge, Telling telling) {
    return telling.of(pledge.id(), LISTING, INVESTOR);
  }

  private static void tells(
      Pledge pledge, java.util.function.Consumer<Pledge> verb, Telling telling) {
    pledge.takeEvents();
    verb.accept(pledge);
    assertThat(pledge.takeEvents()).containsExactly(told(pledge, telling));
  }

  private static void ends(
      Pledge pledge, java.util.function.Consumer<Pledge> verb, Telling telling) {
    tells(pledge, verb, telling);
    assertThat(pledge.endedAt()).isEqualTo(NOON);
    assertThat(pledge.dueAt()).isNull();
  }

  private static Object refusal(Pledge pledge, java.util.function.Consumer<Pledge> verb) {
    return catchThrowableOfType(Refused.class, () -> verb.accept(pledge)).refusal();
  }
}
