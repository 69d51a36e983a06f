package wasl.party;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of a person's account. */
public record PartyId(long value) {

  /** A new id. */
  public static PartyId next() {
    return new PartyId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<PartyId> parse(String text) {
    return Ids.parse(text).map(PartyId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
