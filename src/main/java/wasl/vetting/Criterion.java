package wasl.vetting;

/** What is scored from 1 (weak) to 5 (strong). */
public enum Criterion {
  VIABILITY,
  EXPERIENCE,
  JOBS,
  RISKS
}
