package wasl.vetting;

/** What may happen to a case; those that are not public stay with the institution and the auditor. */
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
