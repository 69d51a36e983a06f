package wasl.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Thrown by the domain with one or more refusals; rolls the transaction back. Made into a message
 * by one place for pages and by one for REST.
 */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  public Refused(Refusal refusal) {
    this(List.of(refusal));
  }

  public Refused(List<? extends Refusal> refusals) {
    super(refusals.toString(), null, false, false);
    this.refusals = List.copyOf(refusals);
  }

  /** The first refusal. */
  public Refusal refusal() {
    return refusals.get(0);
  }

  /** All refusals, in the order in which a reader should mend them. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
