package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How fast this node hands mails over. Providers refuse what comes faster than agreed; and a
 * thousand letters of one minute leave the processor to those who are pledging in that minute.
 */
@ApplicationScoped
public class MailPace {

  private static final long SECOND = 1_000_000_000L;

  @Inject
  @ConfigProperty(name = "wasl.mails.per.second", defaultValue = "50")
  private int perSecond;

  private final LongSupplier time;
  private long next;

  /** For CDI. */
  protected MailPace() {
    time = System::nanoTime;
    next = time.getAsLong();
  }

  /** For tests. */
  MailPace(int perSecond, LongSupplier time) {
    this.perSecond = perSecond;
    this.time = time;
    this.next = time.getAsLong();
  }

  /** Waits for one's turn. */
  void take() {
    LockSupport.parkNanos(turn());
  }

  /** How long to wait for one's turn, in nanoseconds; a second's unused turns may be made up. */
  synchronized long turn() {
    long now = time.getAsLong();
    if (next - (now - SECOND) < 0) {
      next = now - SECOND;
    }
    long wait = next - now;
    next += SECOND / Math.max(1, perSecond);
    return Math.max(0, wait);
  }
}
