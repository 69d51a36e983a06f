package wasl.listing;

import java.util.Optional;
import wasl.shared.Ids;

/** The id of a listing. */
public record ListingId(long value) {

  /** A new id. */
  public static ListingId next() {
    return new ListingId(Ids.next());
  }

  /** The id behind its 13 characters. */
  public static Optional<ListingId> parse(String text) {
    return Ids.parse(text).map(ListingId::new);
  }

  /** The 13 characters that stand for it outside the system. */
  @Override
  public String toString() {
    return Ids.text(value);
  }
}
