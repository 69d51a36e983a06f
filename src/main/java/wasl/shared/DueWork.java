package wasl.shared;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that falls due at an instant of the application's clock. A job asks each implementation to
 * do what is due; the demo's clock asks for the next due instant, so that nothing is stepped over.
 */
public interface DueWork {

  /** The name of the work, for logs and the operator's page. */
  String name();

  /** When the next piece falls due, if any is known; an instant in the past means now. */
  Optional<Instant> nextDue();

  /**
   * Does what is due, in short transactions, at most a bounded portion.
   *
   * @return how many pieces were done; 0 when nothing was due
   */
  int doDue(Instant now);
}
