package wasl.payment;

/** Why money goes back to the card. */
public enum RefundReason {
  /** Too little could be collected for the listing. */
  UNFUNDED,
  /** The listing was stopped. */
  STOPPED,
  /** The money came when its listing was over already. */
  LATE,
  /** Another charge had paid for the pledge already, or was to. */
  DUPLICATE,
  /** Finance officers have decided it. */
  OFFICERS
}
