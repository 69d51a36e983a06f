package wasl.community;

/** What a report is about. */
public enum ReportAbout {
  LISTING,
  UPDATE,
  QUESTION
}
