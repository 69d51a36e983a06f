package wasl.vetting;

/** The parts of an institution's queue. */
public enum QueueFilter {
  /** Nobody has opened it. */
  NEW("c.state = 'NEW'"),
  /** In review, or with the entrepreneur for changes. */
  REVIEW("c.state IN ('IN_REVIEW', 'WAITING')"),
  /** A colleague's proposal waits for this reviewer. */
  CONFIRM(
      "c.state IN ('PROPOSED', 'STOP_PROPOSED') AND NOT EXISTS (SELECT 1 FROM vetting_proposal p"
          + " WHERE p.case_id = c.id AND p.confirmed_by IS NULL AND p.returned_by IS NULL"
          + " AND p.proposed_by = ?)"),
  OVERDUE("c.due_at IS NOT NULL AND c.due_at < ?"),
  DECIDED("c.state IN ('DECIDED', 'CLOSED')"),
  ALL("1 = 1");

  private final String condition;

  QueueFilter(String condition) {
    this.condition = condition;
  }

  /** The condition on {@code vetting_case c}; CONFIRM asks for the reader, OVERDUE for now. */
  String condition() {
    return condition;
  }
}
