package wasl.vetting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import wasl.shared.Baghdad;

/**
 * Counts Iraqi working days: Sunday to Thursday (law 12/2024, article 1), less public holidays. The
 * day on which something comes in does not count; the due day counts to its end in Baghdad.
 */
public final class WorkingDays {
  private final Set<LocalDate> holidays;

  public WorkingDays(Set<LocalDate> holidays) {
    this.holidays = Set.copyOf(holidays);
  }

  /** Whether offices work on this day. */
  public boolean working(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.FRIDAY && weekday != DayOfWeek.SATURDAY && !holidays.contains(day);
  }

  /**
   * The last instant of the n-th working day after the day of an instant.
   *
   * @param days at least 1; fewer count as 1
   */
  public Instant dueAt(Instant from, int days) {
    LocalDate day = Baghdad.day(from);
    for (int left = Math.max(1, days); left > 0; ) {
      day = day.plusDays(1);
      if (working(day)) {
        left--;
      }
    }
    return Baghdad.startOf(day.plusDays(1)).minusNanos(1_000);
  }

  /** How many working days begin after one instant's day and not after the other's. */
  public int between(Instant from, Instant to) {
    LocalDate last = Baghdad.day(to);
    int count = 0;
    for (LocalDate day = Baghdad.day(from).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      if (working(day)) {
        count++;
      }
    }
    return count;
  }
}
