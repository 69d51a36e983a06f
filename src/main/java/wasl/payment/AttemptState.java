package wasl.payment;

/** How far an attempt to charge is. */
enum AttemptState {
  /** Written down; the gateway is being called, or was when the application died. */
  STARTED,
  /** The cardholder is at the bank's page. */
  AUTHENTICATING,
  /** No answer came: asked again until it is known. */
  UNKNOWN,
  PAID,
  DECLINED,
  /** The gateway never booked it. */
  ABSENT;

  /** Whether its outcome is known for sure. */
  boolean settled() {
    return this == PAID || this == DECLINED || this == ABSENT;
  }
}
