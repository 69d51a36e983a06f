package wasl.finance;

/** How far a request to give money back is. */
public enum RefundRequestState {
  /** Another officer must decide. */
  ASKED,
  APPROVED,
  REFUSED,
  /** Whoever asked has thought better of it. */
  WITHDRAWN
}
