package wasl.vetting;

/** What can happen to a case. */
public enum CaseAction {
  OPEN,
  ASK_FOR_CHANGES,
  RESUBMIT,
  PROPOSE,
  /** A proposal goes back to whoever proposed it. */
  RETURN,
  CONFIRM,
  APPEAL,
  PROPOSE_STOP,
  /** The listing was recalled, withdrawn or has lapsed. */
  CLOSE
}
