package wasl.discovery;

import wasl.shared.Refusal;

/** Why the search says no. */
public sealed interface DiscoveryRefused extends Refusal {

  /** This node's index is being made; 503, and soon over. */
  record NotReady() implements DiscoveryRefused {
    @Override
    public int status() {
      return 503;
    }
  }
}
