package wasl.sandbox.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Real time plus an offset that can grow. */
final class MovableClock extends Clock {

  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  Duration offset() {
    return offset.get();
  }

  void moveTo(Duration newOffset) {
    offset.set(newOffset);
  }

  /** Follows what was read since the offset was {@code seen}, unless it was moved meanwhile. */
  void follow(Duration seen, Duration read) {
    offset.compareAndSet(seen, read);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(offset());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the application's clock is in UTC");
  }
}
