package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How fast the gateway is called by the charge lane, which has one worker node in the cluster.
 * Stripe takes 25 calls a second for each endpoint. Told that this is too fast, everybody here
 * pauses as long as the gateway says, or longer each time, and then goes at half the pace; each
 * call that is taken brings the pace back a little.
 */
@ApplicationScoped
public class ChargePace {

  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST_PAUSE = 30 * SECOND;

  /** Not slower than a call in two seconds. */
  private static final long WIDEST_GAP = 2 * SECOND;

  /** So many turns that were not taken in time may be made up: with 20 a second still below 25. */
  private static final int MADE_UP = 4;

  @Inject
  @ConfigProperty(name = "wasl.stripe.charges.per.second", defaultValue = "20")
  private int perSecond;

  private final LongSupplier time;
  private long next;
  private long gap;
  private long pause;
  private long slowedAt;

  /** For CDI. */
  protected ChargePace() {
    time = System::nanoTime;
    next = Long.MIN_VALUE;
  }

  /** For tests. */
  ChargePace(int perSecond, LongSupplier time) {
    this.perSecond = perSecond;
    this.time = time;
    this.next = Long.MIN_VALUE;
  }

  /** Waits for one's turn. */
  void take() {
    LockSupport.parkNanos(turn());
  }

  /** How long to wait for one's turn, in nanoseconds; the turn is taken by asking. */
  synchronized long turn() {
    long now = time.getAsLong();
    long latest = now - (gap() == narrowest() ? MADE_UP * gap() : 0);
    if (next < latest) {
      next = latest;
    }
    long mine = next;
    next += gap();
    return Math.max(0, mine - now);
  }

  /**
   * The gateway says that this is too fast. Several who were on their way together count once.
   *
   * @param retryAfter how long the gateway wants to be left alone; zero where it does not say
   */
  synchronized void slowDown(Duration retryAfter) {
    long now = time.getAsLong();
    long asked = Math.min(LONGEST_PAUSE, retryAfter.toNanos());
    if (pause > 0 && now - slowedAt <= pause) {
      next = Math.max(next, now + asked);
      return;
    }
    pause = Math.max(asked, Math.min(LONGEST_PAUSE, pause == 0 ? SECOND / 2 : pause * 2));
    gap = Math.min(WIDEST_GAP, gap() * 2);
    slowedAt = now;
    next = Math.max(next, now + pause);
  }

  /** A call was taken: a little faster, and the next refusal begins with a short pause. */
  synchronized void wentWell() {
    if (gap > narrowest()) {
      gap = Math.max(narrowest(), gap - Math.max(1, gap / 20));
    } else {
      pause = 0;
    }
  }

  /** Calls a second at the present pace, at least 1. */
  public synchronized int now() {
    return (int) Math.max(1, SECOND / gap());
  }

  /** Calls a second as configured. */
  public int most() {
    return (int) (SECOND / narrowest());
  }

  private long narrowest() {
    return SECOND / Math.max(1, perSecond);
  }

  private long gap() {
    return Math.max(gap, narrowest());
  }
}
