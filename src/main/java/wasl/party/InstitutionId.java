package wasl.party;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of an institution. */
public record InstitutionId(long value) {

  /** A new id. */
  public static InstitutionId next() {
    return new InstitutionId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<InstitutionId> parse(String text) {
    return Ids.parse(text).map(InstitutionId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
