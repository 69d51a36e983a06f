package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.sandbox.clock.SandboxClock;

/** The clock that is moved, with the offset in the real database. */
@ExtendWith(ArquillianExtension.class)
class SandboxClockIT {

  @Inject private SandboxClock sandbox;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService threads;

  @Test
  void isNeverPutBackByWhoeverReadTheOffsetJustBeforeItMoved() throws Exception {
    AtomicBoolean moving = new AtomicBoolean(true);
    Future<?> follower =
        threads.submit(
            () -> {
              while (moving.get()) {
                sandbox.followOthers();
              }
            });
    try {
      for (int step = 0; step < 1_000; step++) {
        Instant next = clock.instant().plusMillis(500);
        sandbox.moveTo(next);
        assertThat(clock.instant()).as("after step %d", step).isAfterOrEqualTo(next);
      }
    } finally {
      moving.set(false);
      follower.get();
    }
  }
}
