package wasl.vetting;

/** What two reviewers may decide. */
public enum Outcome {
  APPROVE,
  REJECT,
  STOP
}
