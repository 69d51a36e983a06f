package wasl.ledger;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of a journal. */
public record JournalId(long value) {

  /** The id behind its 13 characters. */
  public static Optional<JournalId> parse(String text) {
    return Ids.parse(text).map(JournalId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
