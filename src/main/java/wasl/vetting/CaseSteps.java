package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** The time line of a case: rows are only ever added. */
@ApplicationScoped
public class CaseSteps {
  @Inject private Sql sql;

  /**
   * Adds a step.
   *
   * @param officer who did it; null for the entrepreneur and the system
   * @param text what was said; may be null
   */
  void add(CaseId file, StepKind kind, PartyId officer, String text, Instant now) {
    sql.change(
        "INSERT INTO vetting_step (id, case_id, kind, officer_id, text, happened_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        Ids.next(),
        file.value(),
        kind,
        officer == null ? null : officer.value(),
        text,
        now);
  }

  /**
   * What may happen to a case; those that are not public stay with the institution and the auditor.
   */
  public enum StepKind {
    SUBMITTED(true),
    OPENED(true),
    RECUSED(false),
    CHANGES_REQUESTED(true),
    RESUBMITTED(true),
    PROPOSED(false),
    RETURNED(false),
    APPROVED(true),
    REJECTED(true),
    APPEALED(true),
    CONDITION_CONFIRMED(true),
    OVERDUE(true),
    SUSPENDED(true),
    RESUMED(true),
    STOP_PROPOSED(false),
    STOPPED(true),
    RECALLED(true),
    WITHDRAWN(true),
    LAPSED(true);

    private final boolean shown;

    StepKind(boolean shown) {
      this.shown = shown;
    }

    /** Whether the public vetting record shows it. */
    public boolean shown() {
      return shown;
    }
  }
}
