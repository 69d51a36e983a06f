package wasl.sandbox.clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import wasl.shared.Sql;

/** Puts the movable clock in the place of the real one; every node follows the stored offset. */
@Singleton
@Startup
@Alternative
@Priority(1)
@Lock(LockType.READ)
public class SandboxClock {

  private static final MovableClock CLOCK = new MovableClock();

  @Inject private Sql sql;

  /** Static: it is asked for with each bean that is made, and this one is guarded by a lock. */
  @Produces
  public static Clock clock() {
    return CLOCK;
  }

  /** Takes the offset from the database: at start, and each second for other nodes' sake. */
  @PostConstruct
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void follow() {
    long micros = sql.number("SELECT offset_micros FROM sandbox_clock WHERE id = 1");
    CLOCK.moveTo(Duration.of(micros, ChronoUnit.MICROS));
  }

  /** Puts an installation in which nothing has happened yet back in time. */
  public void startAgo(Duration ago) {
    keep(ago.negated());
  }

  /** Sets the clock; it never goes back. */
  public Duration moveTo(Instant instant) {
    Duration ahead = Duration.between(CLOCK.instant(), instant);
    if (!ahead.isNegative()) {
      keep(CLOCK.offset().plus(ahead));
    }
    return CLOCK.offset();
  }

  private void keep(Duration offset) {
    sql.change(
        "UPDATE sandbox_clock SET offset_micros = ? WHERE id = 1",
        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(offset)));
    CLOCK.moveTo(offset);
  }
}
