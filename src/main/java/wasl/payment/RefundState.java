package wasl.payment;

/** How far a refund is. */
public enum RefundState {
  /** Written down; the gateway is being told. */
  STARTED,
  /** The gateway has taken it and the bank works on it. */
  PENDING,
  DONE,
  /** The bank has sent it back, or the gateway refuses it: somebody must act. */
  FAILED
}
