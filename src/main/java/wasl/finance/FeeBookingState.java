package wasl.finance;

/** How far the booking of a difference in a fee is. */
public enum FeeBookingState {
  /** Another officer must decide. */
  ASKED,
  BOOKED,
  REFUSED
}
