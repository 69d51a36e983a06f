package wasl.party;

import wasl.shared.Refusal;

/** Why somebody may not do something at all. */
public sealed interface AccessRefused extends Refusal {

  /** Nobody has signed in. */
  record SignInNeeded() implements AccessRefused {
    @Override
    public int status() {
      return 401;
    }
  }

  /** The account's roles do not include it, or the row is somebody else's. */
  record NotAllowed() implements AccessRefused {
    @Override
    public int status() {
      return 403;
    }
  }
}
