package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.pledge.PledgeFixtures.DEADLINE;
import static wasl.pledge.PledgeFixtures.in;
import static wasl.pledge.PledgeFixtures.usd;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wasl.shared.Refused;

/** What goes back in parts: of 50.00 and a tip of 1.00. */
class PledgeInPartsTest {

  @Test
  void countsLessWhereAPartGoesBackAndMoreAgainWhereThatFails() {
    Pledge pledge = settled(PledgeState.COLLECTED);
    pledge.refundPart(usd(2_000), usd(2_040), DEADLINE);
    assertThat(pledge.refunded()).isEqualTo(usd(2_000));
    assertThat(counted(pledge)).isEqualTo(-2_000);
    assertThat(pledge.takeEvents())
        .containsExactly(
            new PledgeEvent.PledgePartRefunded(
                pledge.id(), pledge.listing(), pledge.investor(), 2_040, "USD"));

    pledge.failRefundOfPart(usd(2_000), DEADLINE);
    assertThat(pledge.refunded()).isEqualTo(usd(0));
    assertThat(counted(pledge)).isEqualTo(2_000);
    assertThat(pledge.takeEvents())
        .containsExactly(
            new PledgeEvent.PledgeRefundFailed(pledge.id(), pledge.listing(), pledge.investor()));
    assertThat(pledge.state()).isEqualTo(PledgeState.COLLECTED);
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUNDED", "CHARGED_BACK"})
  void remembersAPartThatCameAfterTheRestWasGoneAndCountsNothing(PledgeState over) {
    Pledge pledge = settled(over);
    pledge.refundPart(usd(500), usd(500), DEADLINE);
    assertThat(pledge.refunded()).isEqualTo(usd(500));
    assertThat(pledge.takeMovements()).isEmpty();

    pledge.failRefundOfPart(usd(500), DEADLINE);
    assertThat(pledge.refunded()).isEqualTo(usd(0));
    assertThat(pledge.takeMovements()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTED", "REFLECTING", "FIRM", "CHARGING", "REPAIR", "RELEASED"})
  void givesNothingBackOfWhatWasNotCollected(PledgeState state) {
    Pledge pledge = settled(state);
    assertThatThrownBy(() -> pledge.refundPart(usd(500), usd(500), DEADLINE))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal()).isEqualTo(new PledgeRefused.StateChanged(state)));
    assertThat(pledge.refunded()).isEqualTo(usd(0));
    assertThat(pledge.takeEvents()).isEmpty();
  }

  @Test
  void losesThePartThatADisputeWasAbout() {
    Pledge pledge = settled(PledgeState.DISPUTED);
    pledge.losePart(usd(1_500), usd(1_530), DEADLINE);
    assertThat(pledge.state()).isEqualTo(PledgeState.COLLECTED);
    assertThat(pledge.refunded()).isEqualTo(usd(1_500));
    assertThat(counted(pledge)).isEqualTo(-1_500);
    assertThat(pledge.takeEvents())
        .containsExactly(
            new PledgeEvent.PledgePartChargedBack(
                pledge.id(), pledge.listing(), pledge.investor(), 1_530, "USD"));
  }

  @Test
  void isOverWhenAllWasPaidInAnotherWay() {
    Pledge pledge = settled(PledgeState.COLLECTED);
    pledge.payBack(true, usd(5_000), usd(5_100), DEADLINE);
    assertThat(pledge.state()).isEqualTo(PledgeState.REFUNDED);
    assertThat(pledge.endedAt()).isEqualTo(DEADLINE);
    assertThat(counted(pledge)).isEqualTo(-5_000);
    assertThat(pledge.takeEvents()).contains(paidBack(pledge, 5_100));
  }

  @Test
  void countsLessWhenAPartWasPaidInAnotherWay() {
    Pledge pledge = settled(PledgeState.COLLECTED);
    pledge.payBack(false, usd(700), usd(714), DEADLINE);
    assertThat(pledge.state()).isEqualTo(PledgeState.COLLECTED);
    assertThat(pledge.refunded()).isEqualTo(usd(700));
    assertThat(counted(pledge)).isEqualTo(-700);
    assertThat(pledge.takeEvents()).containsExactly(paidBack(pledge, 714));
  }

  @Test
  void remembersWhatWasPaidInAnotherWayAfterItWasOver() {
    Pledge part = settled(PledgeState.REFUNDED);
    part.payBack(false, usd(700), usd(714), DEADLINE);
    assertThat(part.refunded()).isEqualTo(usd(700));
    assertThat(part.takeMovements()).isEmpty();

    Pledge whole = settled(PledgeState.REFUNDED);
    whole.payBack(true, usd(5_000), usd(5_100), DEADLINE);
    assertThat(whole.state()).isEqualTo(PledgeState.REFUNDED);
    assertThat(whole.refunded()).isEqualTo(usd(0));
    assertThat(whole.takeMovements()).isEmpty();
    assertThat(whole.takeEvents()).containsExactly(paidBack(whole, 5_100));
  }

  private static PledgeEvent paidBack(Pledge pledge, long totalMinor) {
    return new PledgeEvent.PledgePaidBack(
        pledge.id(), pledge.listing(), pledge.investor(), totalMinor, "USD");
  }

  /** A pledge in this state, what led there behind it. */
  private static Pledge settled(PledgeState state) {
    Pledge pledge = in(state);
    pledge.takeMovements();
    pledge.takeEvents();
    return pledge;
  }

  /** By how much what counts as collected has moved, which pledged and firm move alike. */
  private static long counted(Pledge pledge) {
    List<Pledge.Movement> moved = pledge.takeMovements();
    assertThat(moved)
        .allSatisfy(
            it -> {
              assertThat(it.pledged()).isEqualTo(it.collected());
              assertThat(it.firm()).isEqualTo(it.collected());
              assertThat(it.started()).isZero();
            });
    return moved.stream().mapToLong(Pledge.Movement::collected).sum();
  }
}
