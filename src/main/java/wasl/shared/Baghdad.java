package wasl.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Deadlines and working days are counted in Baghdad's time (UTC+3, no summer time since 2008). */
public final class Baghdad {

  public static final ZoneId ZONE = ZoneId.of("Asia/Baghdad");

  /** Beyond these neither the database nor a calendar can follow. */
  private static final int FIRST = 1900;

  private static final int LAST = 9000;

  private Baghdad() {}

  /** The day in Baghdad at an instant. */
  public static LocalDate day(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  /** A day as programs and date fields write it; nothing where it is none or far from our time. */
  public static Optional<LocalDate> read(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      return day.getYear() < FIRST || day.getYear() > LAST ? Optional.empty() : Optional.of(day);
    } catch (DateTimeParseException malformed) {
      return Optional.empty();
    }
  }

  /** The first instant of a day in Baghdad. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }
}
