package wasl.vetting;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of a routing rule. */
public record RuleId(long value) {
  /** A new id. */
  public static RuleId next() {
    return new RuleId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<RuleId> parse(String text) {
    return Ids.parse(text).map(RuleId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
