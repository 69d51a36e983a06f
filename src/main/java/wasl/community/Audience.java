package wasl.community;

/** Who reads an update. */
public enum Audience {
  ALL,
  /** Whoever has a stake in the listing, its owner, and staff whose work it is. */
  INVESTORS
}
