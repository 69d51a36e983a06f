package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.shared.Baghdad;
import wasl.shared.Remembered;
import wasl.shared.Sql;

/**
 * The holidays' table as calendars. Offices of the Kurdistan Region keep the Region's holidays, all
 * others the federal ones; feasts of one community close no office.
 */
@ApplicationScoped
public class Calendar {
  @Inject private Sql sql;
  @Inject private Institutions institutions;

  private final Remembered<Boolean, WorkingDays> calendars =
      new Remembered<>(Duration.ofSeconds(10), this::read);

  /** The working days of an institution, by the table as it stands now. */
  public WorkingDays of(InstitutionId institution) {
    return of(institutions.get(institution).regional());
  }

  /** The working days of the Region's offices, or of the federal ones. */
  public WorkingDays of(boolean region) {
    return calendars.get(region);
  }

  private WorkingDays read(boolean region) {
    return new WorkingDays(
        new HashSet<>(
            sql.list(
                "SELECT DISTINCT day FROM vetting_holiday WHERE scope = ?",
                row -> Sql.day(row, "day"),
                scope(region))));
  }

  /**
   * Whether a holiday whose day is only expected (it depends on the moon) lies between two
   * instants, so that a due day counted over it may move.
   */
  public boolean expectedBetween(InstitutionId institution, Instant from, Instant to) {
    return sql.number(
            "SELECT COUNT(*) FROM vetting_holiday WHERE status = 'EXPECTED' AND scope = ?"
                + " AND day > ? AND day <= ?",
            scope(institutions.get(institution).regional()),
            Baghdad.day(from),
            Baghdad.day(to))
        > 0;
  }

  private static String scope(boolean region) {
    return region ? "KRI" : "IQ";
  }
}
