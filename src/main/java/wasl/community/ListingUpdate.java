package wasl.community;

import java.time.Instant;
import wasl.listing.ListingId;
import wasl.party.InstitutionId;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Lang;

/**
 * An update as it was written.
 *
 * @param lead the institution that leads the listing's case; null where none does
 * @param text Markdown
 * @param reason why it is hidden; null while it is not
 */
public record ListingUpdate(
    long id,
    ListingId listing,
    PartyId author,
    InstitutionId lead,
    Audience audience,
    Lang lang,
    String title,
    String text,
    UpdateState state,
    Instant publishedAt,
    String reason) {

  /** The 13 characters of its id. */
  public String code() {
    return Ids.text(id);
  }

  /** Whether this can be done with it now: which buttons to show. */
  public boolean allows(UpdateAction action) {
    return UpdateState.LIFECYCLE.allows(state, action);
  }
}
