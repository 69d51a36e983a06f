package wasl.vetting;

/** What a reviewer declares before seeing a file. */
public enum Interest {
  NONE,
  /** The reviewer stays away from this case for good. */
  RECUSED
}
