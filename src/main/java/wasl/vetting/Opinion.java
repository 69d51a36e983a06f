package wasl.vetting;

/** What an institution says of a listing. */
public enum Opinion {
  SUPPORT,
  SUPPORT_WITH_CONDITIONS,
  OBJECT,
  /** Entered by the system when the days have run out, and shown as such. */
  NO_OBJECTION_BY_SILENCE
}
