package wasl.vetting;

/** The answer to an item of the checklist. */
public enum Answer {
  YES,
  NO,
  NOT_APPLICABLE
}
