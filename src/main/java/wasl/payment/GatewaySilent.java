package wasl.payment;

/** The gateway did not answer, or not usefully. What was asked may or may not have happened. */
public class GatewaySilent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GatewaySilent(Throwable cause) {
    super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
  }
}
