package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How fast the gateway is called by the charge lane, which has one worker node in the cluster.
 * Stripe takes 25 calls a second for each endpoint; after a refusal for being too fast everybody
 * here pauses, longer each time, until calls are taken again.
 */
@ApplicationScoped
public class ChargePace {

  private static final long SECOND = 1_000_000_000L;
  private static final long LONGEST_PAUSE = 30 * SECOND;

  @Inject
  @ConfigProperty(name = "wasl.stripe.charges.per.second", defaultValue = "20")
  private int perSecond;

  private long next;
  private long pause;
  private long slowedAt;

  /** Waits for one's turn. */
  void take() {
    LockSupport.parkNanos(turn());
  }

  private synchronized long turn() {
    long now = System.nanoTime();
    if (next < now) {
      next = now;
    }
    long mine = next;
    next += SECOND / Math.max(1, perSecond);
    if (now - slowedAt > 2 * LONGEST_PAUSE) {
      pause = 0;
    }
    return mine - now;
  }

  /** The gateway says that this is too fast. */
  synchronized void slowDown() {
    long now = System.nanoTime();
    if (pause == 0 || now - slowedAt > pause) {
      pause = Math.min(LONGEST_PAUSE, pause == 0 ? SECOND / 2 : pause * 2);
      slowedAt = now;
      next = Math.max(next, now + pause);
    }
  }
}
