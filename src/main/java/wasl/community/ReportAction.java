package wasl.community;

/** How a report is answered. */
public enum ReportAction {
  /** It goes to another institution or to the police; the reporter is told. */
  PASS_ON,
  /** The reporter was right. */
  UPHOLD,
  /** Nothing was found. */
  DISMISS
}
