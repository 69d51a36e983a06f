package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.payment.PledgeMoment.Kind.*;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wasl.listing.BusinessId;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.payment.PledgeMoment.Kind;
import wasl.payment.PledgeMoment.When;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeStep;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;

class PledgeTimelineTest {

  private static final Instant PLACED_AT = Instant.parse("2026-11-01T09:00:00Z");
  private static final Instant SAVED_AT = PLACED_AT.plusSeconds(300);
  private static final Instant DEADLINE = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant CANCEL_UNTIL = DEADLINE.minus(Duration.ofHours(48));
  private static final Instant WINDOW = DEADLINE.plus(Duration.ofDays(8));

  @Test
  void aNewPledgeWaitsForItsCard() {
    PledgeView pledge = pledge(PledgeState.STARTED, ListingState.LIVE, null, null, null);
    List<PledgeMoment> line = line(pledge, PLACED_AT.plusSeconds(60));
    assertThat(kinds(line)).containsExactly(PLACED, CARD_AWAITED);
    assertThat(line.get(1).at()).isEqualTo(PLACED_AT.plus(Duration.ofHours(24)));
  }

  @Test
  void aReflectingPledgeTellsWhatWillCome() {
    Instant until = PLACED_AT.plus(Duration.ofDays(4));
    PledgeView pledge = pledge(PledgeState.REFLECTING, ListingState.LIVE, SAVED_AT, until, null);
    List<PledgeMoment> line = line(pledge, SAVED_AT.plusSeconds(60));
    assertThat(kinds(line))
        .containsExactly(PLACED, CARD_SAVED, REFLECTION_ENDS, CANCEL_ENDS, CHARGE_PLANNED);
    assertThat(line)
        .extracting(PledgeMoment::at)
        .containsExactly(PLACED_AT, SAVED_AT, until, CANCEL_UNTIL, DEADLINE);
    assertThat(line.subList(2, 5)).allMatch(moment -> moment.when() == When.NEXT);
  }

  @Test
  void aFirmPledgeSaysThatCancellingHasEnded() {
    PledgeView pledge = pledge(PledgeState.FIRM, ListingState.LIVE, SAVED_AT, null, null);
    assertThat(kinds(line(pledge, CANCEL_UNTIL)))
        .containsExactly(PLACED, CARD_SAVED, CANCEL_OVER, CHARGE_PLANNED);
  }

  @Test
  void whileSuspendedNoDateIsPromised() {
    PledgeView pledge = pledge(PledgeState.FIRM, ListingState.SUSPENDED, SAVED_AT, null, null);
    List<PledgeMoment> line = line(pledge, CANCEL_UNTIL);
    assertThat(kinds(line)).containsExactly(PLACED, CARD_SAVED, PAUSED);
    assertThat(line.get(2).at()).isNull();
  }

  @Test
  void anUnknownChargeIsCalledUnknown() {
    PledgeView pledge = pledge(PledgeState.CHARGING, ListingState.COLLECTING, SAVED_AT, null, null);
    List<PledgeMoment> line =
        PledgeTimeline.of(
            known(pledge, List.of(attempt(1, AttemptState.UNKNOWN, null)), null, DEADLINE));
    assertThat(kinds(line)).containsExactly(PLACED, CARD_SAVED, CANCEL_OVER, CHARGE_UNKNOWN);
    assertThat(line.get(3).when()).isEqualTo(When.NOW);
  }

  @Test
  void aDeclinedChargeSaysWhyAndWhenItIsTriedAgain() {
    PledgeView pledge = pledge(PledgeState.REPAIR, ListingState.COLLECTING, SAVED_AT, null, null);
    Instant retry = DEADLINE.plus(Duration.ofDays(1));
    List<PledgeMoment> line =
        PledgeTimeline.of(
            known(
                pledge,
                List.of(attempt(1, AttemptState.DECLINED, DeclineReason.INSUFFICIENT_FUNDS)),
                new Repairs.Repair(pledge.id(), DeclineReason.INSUFFICIENT_FUNDS, DEADLINE, retry),
                DEADLINE.plusSeconds(60)));
    assertThat(kinds(line))
        .containsExactly(PLACED, CARD_SAVED, CANCEL_OVER, DECLINED, RETRY_PLANNED, WINDOW_ENDS);
    assertThat(line.get(3).reason()).isEqualTo(DeclineReason.INSUFFICIENT_FUNDS);
    assertThat(line.get(5).at()).isEqualTo(WINDOW);
  }

  @Test
  void whatWasCollectedAndGivenBackStandsInItsOrder() {
    Instant ended = DEADLINE.plus(Duration.ofDays(9));
    PledgeView pledge = pledge(PledgeState.REFUNDED, ListingState.UNFUNDED, SAVED_AT, null, ended);
    Money sum = Money.minor(5_100, Currency.USD);
    PledgeTimeline.Known known =
        new PledgeTimeline.Known(
            pledge,
            steps(pledge),
            List.of(
                attempt(1, AttemptState.DECLINED, DeclineReason.DECLINED),
                attempt(2, AttemptState.PAID, null)),
            null,
            List.of(new Receipt.Back(RefundState.DONE, sum, ended, false)),
            List.of(
                new PledgeTimeline.Dispute(
                    "WON", DEADLINE.plus(Duration.ofDays(5)), DEADLINE.plus(Duration.ofDays(6)))),
            ended);
    assertThat(kinds(PledgeTimeline.of(known)))
        .containsExactly(
            PLACED, CARD_SAVED, CANCEL_OVER, DECLINED, CHARGED, DISPUTED, DISPUTE_WON, REFUNDED);
  }

  @Test
  void aPartThatWentBackIsNoChangeByTheInvestor() {
    Instant back = DEADLINE.plus(Duration.ofDays(2));
    PledgeView pledge =
        pledge(PledgeState.COLLECTED, ListingState.COLLECTING, SAVED_AT, null, null);
    List<PledgeStep> steps = new ArrayList<>(steps(pledge));
    steps.add(new PledgeStep(PledgeState.FIRM, SAVED_AT));
    steps.add(new PledgeStep(PledgeState.FIRM, SAVED_AT.plusSeconds(60)));
    steps.add(new PledgeStep(PledgeState.CHARGING, DEADLINE));
    steps.add(new PledgeStep(PledgeState.COLLECTED, DEADLINE));
    steps.add(new PledgeStep(PledgeState.COLLECTED, back));
    Money part = Money.minor(500, Currency.USD);
    PledgeTimeline.Known known =
        new PledgeTimeline.Known(
            pledge,
            steps,
            List.of(attempt(1, AttemptState.PAID, null)),
            null,
            List.of(new Receipt.Back(RefundState.DONE, part, back, false)),
            List.of(),
            back);
    assertThat(kinds(PledgeTimeline.of(known)))
        .containsExactly(PLACED, CARD_SAVED, CHANGED, CANCEL_OVER, CHARGED, REFUNDED);
  }

  @Test
  void aCancelledPledgeEndsThere() {
    Instant ended = SAVED_AT.plusSeconds(60);
    PledgeView pledge = pledge(PledgeState.CANCELLED, ListingState.LIVE, SAVED_AT, null, ended);
    assertThat(kinds(line(pledge, DEADLINE))).containsExactly(PLACED, CARD_SAVED, CANCELLED);
  }

  private static List<Kind> kinds(List<PledgeMoment> line) {
    return line.stream().map(PledgeMoment::kind).toList();
  }

  private static List<PledgeMoment> line(PledgeView pledge, Instant now) {
    return PledgeTimeline.of(known(pledge, List.of(), null, now));
  }

  private static PledgeTimeline.Known known(
      PledgeView pledge, List<Attempt> attempts, Repairs.Repair repair, Instant now) {
    return new PledgeTimeline.Known(
        pledge, steps(pledge), attempts, repair, List.of(), List.of(), now);
  }

  private static List<PledgeStep> steps(PledgeView pledge) {
    return switch (pledge.state()) {
      case CHARGING, REPAIR, REFUNDED ->
          List.of(
              new PledgeStep(PledgeState.STARTED, PLACED_AT),
              new PledgeStep(PledgeState.FIRM, SAVED_AT),
              new PledgeStep(PledgeState.CHARGING, DEADLINE));
      default -> List.of(new PledgeStep(PledgeState.STARTED, PLACED_AT));
    };
  }

  private static Attempt attempt(int number, AttemptState state, DeclineReason reason) {
    Instant at = DEADLINE.plus(Duration.ofHours(number));
    return new Attempt(
        number,
        new PledgeId(1),
        new ListingId(2),
        number,
        state,
        false,
        "cus",
        "pm",
        Money.minor(5_000, Currency.USD),
        Money.minor(100, Currency.USD),
        "pi",
        "ch",
        null,
        reason,
        at,
        state.settled() ? at : null,
        0,
        null);
  }

  private static PledgeView pledge(
      PledgeState state, ListingState listing, Instant saved, Instant reflecting, Instant ended) {
    boolean collecting = listing == ListingState.COLLECTING || listing == ListingState.UNFUNDED;
    Money goal = Money.minor(100_000, Currency.USD);
    ListingFacts facts =
        new ListingFacts(
            new ListingId(2),
            listing,
            new PartyId(3),
            new BusinessId(4),
            "Marsh dairy",
            Map.of(Lang.EN, "Marsh dairy"),
            Lang.EN,
            FundingModel.GRANT,
            Currency.USD,
            goal,
            goal,
            goal,
            300,
            Sector.A,
            Governorate.BA,
            PLACED_AT,
            PLACED_AT,
            DEADLINE,
            collecting ? WINDOW : null,
            null,
            null);
    return new PledgeView(
        new PledgeId(1),
        facts,
        new PartyId(5),
        state,
        Money.minor(5_000, Currency.USD),
        Money.minor(100, Currency.USD),
        false,
        "US",
        "2026-11",
        "token",
        PLACED_AT,
        saved,
        reflecting,
        ended);
  }
}
