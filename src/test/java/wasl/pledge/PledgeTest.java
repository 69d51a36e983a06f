package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.pledge.PledgeFixtures.DEADLINE;
import static wasl.pledge.PledgeFixtures.NOON;
import static wasl.pledge.PledgeFixtures.aPledge;
import static wasl.pledge.PledgeFixtures.in;
import static wasl.pledge.PledgeFixtures.placed;
import static wasl.pledge.PledgeFixtures.usd;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wasl.shared.Refusal;
import wasl.shared.Refused;

class PledgeTest {

  @Test
  void waitsADayForItsCard() {
    assertThat(aPledge().dueAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
  }

  @Test
  void isFirmAtOnceWhereNoReflectionIsAskedFor() {
    Pledge pledge = aPledge();
    pledge.confirm(NOON.plusSeconds(60));
    assertThat(pledge.state()).isEqualTo(PledgeState.FIRM);
    assertThat(pledge.dueAt()).isNull();
    assertThat(pledge.confirmedAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void reflectsFromTheDayOfTheOfferOn() {
    Pledge pledge = placed(96, NOON);
    pledge.confirm(NOON.plusSeconds(3_600));
    assertThat(pledge.state()).isEqualTo(PledgeState.REFLECTING);
    assertThat(pledge.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(4)));
  }

  @Test
  void cannotWaiveTheReflection() {
    Pledge pledge = in(PledgeState.REFLECTING);
    Instant early = pledge.reflectingUntil().minusSeconds(1);
    assertThatThrownBy(() -> pledge.endReflection(early)).isInstanceOf(Refused.class);
    pledge.endReflection(pledge.reflectingUntil());
    assertThat(pledge.state()).isEqualTo(PledgeState.FIRM);
  }

  @Test
  void isFirmWhenTheCardComesAfterTheReflection() {
    Pledge pledge = placed(24, NOON);
    pledge.confirm(NOON.plus(Duration.ofHours(25)));
    assertThat(pledge.state()).isEqualTo(PledgeState.FIRM);
  }

  @Test
  void isCancelledAtAnyTimeWhileReflecting() {
    Pledge pledge = in(PledgeState.REFLECTING);
    pledge.cancel(DEADLINE, DEADLINE.minusSeconds(1));
    assertThat(pledge.state()).isEqualTo(PledgeState.CANCELLED);
  }

  @Test
  void isCancelledUntilTwoDaysBeforeTheDeadlineWhenFirm() {
    Instant last = DEADLINE.minus(Duration.ofHours(48));
    Pledge pledge = in(PledgeState.FIRM);
    assertThat(refusal(() -> pledge.cancel(DEADLINE, last)))
        .isEqualTo(new PledgeRefused.CancelClosed(last));
    pledge.cancel(DEADLINE, last.minusSeconds(1));
    assertThat(pledge.state()).isEqualTo(PledgeState.CANCELLED);
  }

  @Test
  void mayBeCancelledForTwoHoursAfterPlacing() {
    Instant late = DEADLINE.minus(Duration.ofHours(10));
    Pledge pledge = placed(0, late);
    pledge.confirm(late);
    assertThat(pledge.cancelUntil(DEADLINE)).isEqualTo(late.plus(Duration.ofHours(2)));
  }

  @Test
  void isNeverCancelledPastTheDeadline() {
    Instant late = DEADLINE.minus(Duration.ofMinutes(30));
    Pledge pledge = placed(0, late);
    pledge.confirm(late);
    assertThat(refusal(() -> pledge.cancel(DEADLINE, DEADLINE)))
        .isEqualTo(new PledgeRefused.CancelClosed(DEADLINE));
  }

  @Test
  void isCancelledWhileTheListingIsSuspended() {
    Pledge pledge = in(PledgeState.FIRM);
    pledge.cancel(null, DEADLINE.plusSeconds(1));
    assertThat(pledge.state()).isEqualTo(PledgeState.CANCELLED);
  }

  @Test
  void movesTheTotalsByTheDifferenceWhenChanged() {
    Pledge pledge = in(PledgeState.FIRM);
    pledge.takeMovements();
    pledge.change(usd(3_000), usd(0), 0, DEADLINE, NOON);
    assertThat(pledge.takeMovements())
        .containsExactly(new Pledge.Movement(PledgeState.FIRM, NOON, 0, -2_000, -2_000, 0));
    assertThat(pledge.total()).isEqualTo(usd(3_000));
  }

  @Test
  void reflectsAnewWhenItGrows() {
    Pledge pledge = in(PledgeState.REFLECTING);
    Instant later = NOON.plus(Duration.ofDays(2));
    pledge.change(usd(9_000), usd(0), 96, DEADLINE, later);
    assertThat(pledge.reflectingUntil()).isEqualTo(later.plus(Duration.ofDays(4)));
    assertThat(pledge.dueAt()).isEqualTo(pledge.reflectingUntil());
  }

  @Test
  void doesNotGrowOnceFirmWhereReflectionIsAskedFor() {
    Pledge pledge = in(PledgeState.FIRM);
    assertThat(refusal(() -> pledge.change(usd(9_000), usd(0), 96, DEADLINE, NOON)))
        .isEqualTo(new PledgeRefused.ReflectionNeeded());
    pledge.change(usd(4_000), usd(0), 96, DEADLINE, NOON);
    assertThat(pledge.amount()).isEqualTo(usd(4_000));
  }

  @Test
  void opensByItsSecretOnly() {
    Pledge pledge = aPledge();
    String token = PayToken.of(pledge.id(), pledge.paySecret()).toString();
    assertThat(PayToken.parse(token).orElseThrow().opens(pledge.paySecret())).isTrue();
    assertThat(PayToken.parse(token).orElseThrow().opens(PayToken.newSecret())).isFalse();
    assertThat(PayToken.parse(token.substring(1))).isEmpty();
    assertThat(PayToken.parse(null)).isEmpty();
  }

  private static Refusal refusal(Runnable action) {
    try {
      action.run();
    } catch (Refused refused) {
      return refused.refusal();
    }
    throw new AssertionError("nothing was refused");
  }
}
