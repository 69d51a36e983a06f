package wasl.vetting;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of a proposed decision. */
public record ProposalId(long value) {
  /** A new id. */
  public static ProposalId next() {
    return new ProposalId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<ProposalId> parse(String text) {
    return Ids.parse(text).map(ProposalId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
