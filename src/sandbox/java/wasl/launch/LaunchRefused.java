package wasl.launch;

/** Something outside stands in the way: one sentence that says what, and one that says the cure. */
final class LaunchRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LaunchRefused(String what, String cure) {
    super(what + "\n  " + cure);
  }

  LaunchRefused(String what, String cure, Throwable cause) {
    super(what + "\n  " + cure, cause);
  }
}
