package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The pace of charging, with a time of its own. */
class ChargePaceTest {

  private static final long MILLI = 1_000_000L;

  private long now = 1_000_000 * MILLI;
  private final ChargePace pace = new ChargePace(20, () -> now);

  @Test
  void letsTwentyGoInASecond() {
    assertThat(begunWithin(10_000)).isBetween(199, 205);
  }

  @Test
  void neverLetsMoreThanTheGatewayTakesGoInASecond() {
    begunWithin(1_000);
    now += 60_000 * MILLI;
    assertThat(begunWithin(1_000)).isLessThan(25);
  }

  @Test
  void waitsAsLongAsTheGatewayAsksFor() {
    pace.slowDown(Duration.ofSeconds(7));
    assertThat(pace.turn()).isEqualTo(7_000 * MILLI);
  }

  @Test
  void waitsNotLongerThanHalfAMinuteWhateverTheGatewaySays() {
    pace.slowDown(Duration.ofDays(1));
    assertThat(pace.turn()).isEqualTo(30_000 * MILLI);
  }

  @Test
  void goesAtHalfThePaceAfterARefusal() {
    pace.slowDown(Duration.ZERO);
    assertThat(pace.now()).isEqualTo(10);
    now += 600 * MILLI;
    assertThat(begunWithin(10_000)).isBetween(99, 101);
  }

  @Test
  void countsSeveralRefusalsOnTheirWayTogetherOnce() {
    for (int i = 0; i < 8; i++) {
      pace.slowDown(Duration.ZERO);
    }
    assertThat(pace.now()).isEqualTo(10);
  }

  @Test
  void pausesLongerEachTime() {
    pace.slowDown(Duration.ZERO);
    now += 600 * MILLI;
    pace.slowDown(Duration.ZERO);
    assertThat(pace.turn()).isEqualTo(1_000 * MILLI);
    assertThat(pace.now()).isEqualTo(5);
  }

  @Test
  void isNeverSlowerThanACallInTwoSeconds() {
    for (int i = 0; i < 20; i++) {
      pace.slowDown(Duration.ZERO);
      now += 31_000 * MILLI;
    }
    pace.turn();
    assertThat(pace.turn()).isEqualTo(2_000 * MILLI);
  }

  @Test
  void comesBackToItsPaceByCallsThatAreTaken() {
    pace.slowDown(Duration.ZERO);
    for (int i = 0; i < 13; i++) {
      pace.wentWell();
    }
    assertThat(pace.now()).isBetween(18, 19);
    for (int i = 0; i < 10; i++) {
      pace.wentWell();
    }
    assertThat(pace.now()).isEqualTo(20);
    now += 60_000 * MILLI;
    pace.slowDown(Duration.ZERO);
    assertThat(pace.turn()).as("the first pause is short again").isEqualTo(500 * MILLI);
  }

  /** Turns that begin within so many milliseconds, taken one after the other. */
  private int begunWithin(long millis) {
    long end = now + millis * MILLI;
    int begun = 0;
    while (true) {
      now += pace.turn();
      if (now >= end) {
        return begun;
      }
      begun++;
    }
  }
}
