package wasl.vetting;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of a case. */
public record CaseId(long value) {

  /** A new id. */
  public static CaseId next() {
    return new CaseId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<CaseId> parse(String text) {
    return Ids.parse(text).map(CaseId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
