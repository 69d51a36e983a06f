package wasl.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MailPaceTest {

  private static final long START = 7_000_000_000L;

  private long now = START;
  private final MailPace pace = new MailPace(50, () -> now);

  @Test
  void givesOneTurnAfterTheOther() {
    assertThat(turns(4)).containsExactly(0L, millis(20), millis(40), millis(60));
  }

  @Test
  void keepsThePaceWhenEachComesAtItsTurn() {
    for (int i = 0; i < 200; i++) {
      now += pace.turn();
    }
    assertThat(now - START).isEqualTo(millis(199 * 20));
  }

  @Test
  void makesUpForASecondAtMost() {
    now += Duration.ofHours(1).toNanos();

    List<Long> turns = turns(52);

    assertThat(turns).endsWith(0L, millis(20)).filteredOn(wait -> wait == 0).hasSize(51);
  }

  private List<Long> turns(int number) {
    return LongStream.range(0, number).map(i -> pace.turn()).boxed().toList();
  }

  private static long millis(long number) {
    return Duration.ofMillis(number).toNanos();
  }
}
