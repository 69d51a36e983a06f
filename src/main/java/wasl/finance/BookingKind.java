package wasl.finance;

/** What finance officers book by hand. */
public enum BookingKind {
  /** The platform's own money went to the gateway. */
  TOP_UP,
  /** A journal was wrong. */
  REVERSAL,
  /** A failed refund was paid from the escrow bank account. */
  REFUND_PAID
}
