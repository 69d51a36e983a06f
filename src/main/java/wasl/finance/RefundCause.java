package wasl.finance;

/** Why officers give money back. */
public enum RefundCause {
  /** The investor has a right to it. */
  RIGHT,
  /** Something went wrong here. */
  ERROR,
  /** Neither, but it is fair. */
  GOODWILL
}
