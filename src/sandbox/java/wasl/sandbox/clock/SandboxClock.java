package wasl.sandbox.clock;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.shared.Sql;

/**
 * Puts the movable clock in the place of the real one; every node follows the stored offset. It is
 * written outside any transaction: who reads it after this node's clock moved must find it.
 */
@Singleton
@Startup
@Alternative
@Priority(1)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SandboxClock {

  private static final Logger LOG = Logger.getLogger(SandboxClock.class.getName());

  private static final MovableClock CLOCK = new MovableClock();

  @Inject private Sql sql;

  /** Static: it is asked for with each bean that is made, and this one is guarded by a lock. */
  @Produces
  public static Clock clock() {
    return CLOCK;
  }

  /**
   * For other nodes' sake. While the database is away the offset stays: of a timer that fails twice
   * the server would never hear again.
   */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void followOthers() {
    try {
      follow();
    } catch (Sql.DatabaseFault away) {
      LOG.log(Level.FINE, "the clock goes on as it was", away);
    }
  }

  /** Takes the offset from the database. */
  @PostConstruct
  public void follow() {
    Duration seen = CLOCK.offset();
    long micros = sql.number("SELECT offset_micros FROM sandbox_clock WHERE id = 1");
    CLOCK.follow(seen, Duration.of(micros, ChronoUnit.MICROS));
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
