package wasl.payment;

/** The gateway's balance is too small for what it was told to give: a top-up is waited for. */
class GatewayShort extends RuntimeException {

  GatewayShort(Throwable cause) {
    super(cause);
  }
}
