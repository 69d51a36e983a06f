package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import wasl.party.InstitutionId;
import wasl.party.Institutions;
import wasl.shared.Sql;

/**
 * The holidays' table as calendars. Offices of the Kurdistan Region keep the Region's holidays, all
 * others the federal ones; feasts of one community close no office.
 */
@ApplicationScoped
public class Calendar {
  @Inject private Sql sql;
  @Inject private Institutions institutions;

  /** The working days of an institution, by the table as it stands now. */
  public WorkingDays of(InstitutionId institution) {
    return of(institutions.get(institution).regional());
  }

  /** The working days of the Region's offices, or of the federal ones. */
  public WorkingDays of(boolean region) {
    return new WorkingDays(
        new HashSet<>(
            sql.list(
                "SELECT DISTINCT day FROM vetting_holiday WHERE scope = ?",
                row -> Sql.day(row, "day"),
                region ? "KRI" : "IQ")));
  }
}
