package wasl.sandbox.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import wasl.outbox.Messages;
import wasl.shared.DueWork;

/**
 * Moves the application's clock from due instant to due instant and waits after each step until all
 * is idle, so that what would happen in weeks happens in its order in seconds.
 */
@ApplicationScoped
public class StepClock {

  private static final Logger LOG = Logger.getLogger(StepClock.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject private SandboxClock sandboxClock;
  @Inject private Clock clock;
  @Inject private StripeControl stripe;
  @Inject private Messages messages;
  @Inject @Any private Instance<DueWork> works;

  /**
   * Moves on, to each instant when something is due.
   *
   * @param progress told each step in a line
   */
  public void by(Duration by, Consumer<String> progress) {
    by(by, Duration.ZERO, progress);
  }

  /**
   * Moves on.
   *
   * @param asleep what falls due within so much time is found together, as by an application that
   *     was stopped meanwhile
   * @param progress told each step in a line
   */
  public void by(Duration by, Duration asleep, Consumer<String> progress) {
    Instant target = clock.instant().plus(by);
    settle(progress);
    Instant next = nextDue().orElse(target);
    while (next.isBefore(target)) {
      Instant awake = next.plus(asleep);
      stepTo((awake.isBefore(target) ? awake : target).plusMillis(1), progress);
      Instant after = nextDue().orElse(target);
      // What is due and cannot be done now must not hold the clock.
      next = after.isAfter(next) ? after : clock.instant().plus(Duration.ofHours(1));
    }
    stepTo(target, progress);
  }

  private void stepTo(Instant instant, Consumer<String> progress) {
    stripe.clockOffset(sandboxClock.moveTo(instant));
    progress.accept("clock " + clock.instant());
    settle(progress);
  }

  private Optional<Instant> nextDue() {
    return works.stream().flatMap(work -> work.nextDue().stream()).min(Instant::compareTo);
  }

  private void settle(Consumer<String> progress) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      int done = works.stream().mapToInt(this::doDue).sum();
      if (done == 0 && messages.pending() == 0 && stripe.idle()) {
        return;
      }
      pause();
    }
    progress.accept("still busy: " + messages.pending() + " messages of the outbox");
  }

  /** The node's own jobs may be at the same work; the one that comes second tries again. */
  private int doDue(DueWork work) {
    try {
      return work.doDue(clock.instant());
    } catch (RuntimeException faster) {
      LOG.log(Level.FINE, faster, () -> work.name() + " is tried again");
      return 1;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(40);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
