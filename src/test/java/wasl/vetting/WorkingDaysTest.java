package wasl.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import wasl.shared.Baghdad;

class WorkingDaysTest {
  private static final WorkingDays PLAIN = new WorkingDays(Set.of());

  private static Instant noon(String day) {
    return Instant.parse(day + "T09:00:00Z");
  }

  private static LocalDate due(WorkingDays days, String from, int count) {
    return Baghdad.day(days.dueAt(noon(from), count));
  }

  @Test
  void theDayOfArrivalDoesNotCount() {
    // Sunday 22 November 2026
    assertThat(due(PLAIN, "2026-11-22", 1)).isEqualTo("2026-11-23");
  }

  @Test
  void fridayAndSaturdayAreFree() {
    // Thursday 26 November 2026
    assertThat(due(PLAIN, "2026-11-26", 1)).isEqualTo("2026-11-29");
    assertThat(due(PLAIN, "2026-11-22", 15)).isEqualTo("2026-12-13");
  }

  @Test
  void passesOverHolidays() {
    WorkingDays newYear =
        new WorkingDays(Set.of(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-06")));
    // Tuesday 5 January 2027; Wednesday is Army Day
    assertThat(due(newYear, "2027-01-05", 1)).isEqualTo("2027-01-07");
  }

  @Test
  void aLongHolidayMovesTheDueDayByAsMuch() {
    WorkingDays adha =
        new WorkingDays(
            Set.of(
                LocalDate.parse("2027-05-16"),
                LocalDate.parse("2027-05-17"),
                LocalDate.parse("2027-05-18")));
    // Thursday 13 May 2027
    assertThat(due(adha, "2027-05-13", 1)).isEqualTo("2027-05-19");
  }

  @Test
  void theDueDayLastsUntilMidnightInBaghdad() {
    Instant due = PLAIN.dueAt(noon("2026-11-22"), 1);
    assertThat(due).isEqualTo("2026-11-23T20:59:59.999999Z");
  }

  @Test
  void whatArrivesAfterMidnightInBaghdadBelongsToTheNextDay() {
    // 22:30 UTC on Sunday is Monday in Baghdad
    Instant late = Instant.parse("2026-11-22T22:30:00Z");
    assertThat(Baghdad.day(PLAIN.dueAt(late, 1))).isEqualTo("2026-11-24");
  }

  @Property
  void dueDayAndCountAgree(@ForAll @IntRange(min = 1, max = 90) int count) {
    WorkingDays days =
        new WorkingDays(Set.of(LocalDate.parse("2026-12-01"), LocalDate.parse("2027-01-06")));
    Instant from = noon("2026-11-22");
    Instant due = days.dueAt(from, count);
    assertThat(days.between(from, due)).isEqualTo(count);
    assertThat(days.working(Baghdad.day(due))).isTrue();
  }
}
