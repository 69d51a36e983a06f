package wasl.community;

/** What a report complains of. */
public enum ReportCause {
  /** The project or its money is not what it says. */
  FRAUD,
  /** A fact that is wrong. */
  FALSE,
  OFFENSIVE,
  /** Somebody's data or picture without leave. */
  PRIVATE,
  OTHER
}
