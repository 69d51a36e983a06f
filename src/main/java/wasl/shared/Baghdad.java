package wasl.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Deadlines and working days are counted in Baghdad's time (UTC+3, no summer time since 2008). */
public final class Baghdad {

  public static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

  private Baghdad() {}

  /** The day in Baghdad at an instant. */
  public static LocalDate day(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  /** The first instant of a day in Baghdad. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
