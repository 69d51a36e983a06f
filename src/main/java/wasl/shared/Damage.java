package wasl.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What only another start of the process can mend: a class that could not be loaded or made ready
 * stays unusable in it (Java Virtual Machine Specification, 5.4.3 and 5.5). Seen where a thread of
 * the background began to load one just as the server closed the archives at a deployment's end.
 */
@ApplicationScoped
public class Damage {

  private static final Logger LOG = Logger.getLogger(Damage.class.getName());

  private final AtomicReference<String> first = new AtomicReference<>();

  /**
   * Keeps the first one for {@link ProcessLive}.
   *
   * @param where what does not work any more
   */
  public void report(String where, LinkageError unusable) {
    if (first.compareAndSet(null, where)) {
      LOG.log(Level.SEVERE, unusable, () -> where + ": this node has to be started again");
    }
  }

  /** What was reported first. */
  public Optional<String> first() {
    return Optional.ofNullable(first.get());
  }
}
