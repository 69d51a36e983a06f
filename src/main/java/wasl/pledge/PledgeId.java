package wasl.pledge;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of a pledge. */
public record PledgeId(long value) {

  /** A new id. */
  public static PledgeId next() {
    return new PledgeId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<PledgeId> parse(String text) {
    return Ids.parse(text).map(PledgeId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
