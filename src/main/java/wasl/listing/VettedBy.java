package wasl.listing;

import java.util.Optional;

/** Which institution let a listing be published. Answered by the feature that vets. */
public interface VettedBy {
  /** Its code; nothing where none has decided for it. */
  Optional<String> institution(ListingId listing);
}
