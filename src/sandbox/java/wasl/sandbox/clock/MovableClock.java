package wasl.sandbox.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time plus an offset that can grow. */
final class MovableClock extends Clock {

  private volatile Duration offset = Duration.ZERO;

  Duration offset() {
    return offset;
  }

  void moveTo(Duration newOffset) {
    offset = newOffset;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(offset);
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
