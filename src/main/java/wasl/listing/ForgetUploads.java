package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import wasl.shared.DueWork;

/**
 * Removes files of which nothing more has come for a day: in real time, once a minute, so that the
 * demo's clock has nothing to step to.
 */
@ApplicationScoped
public class ForgetUploads implements DueWork {

  private static final long EVERY_NANOS = 60_000_000_000L;

  @Inject private PartialFiles files;

  private volatile long lastNanos = System.nanoTime();

  @Override
  public String name() {
    return "listing-forget-uploads";
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    if (System.nanoTime() - lastNanos < EVERY_NANOS) {
      return 0;
    }
    lastNanos = System.nanoTime();
    forget();
    return 0;
  }

  int forget() {
    return files.forget();
  }
}
