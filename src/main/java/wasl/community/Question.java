package wasl.community;

import java.time.Instant;
import wasl.listing.ListingId;
import wasl.party.InstitutionId;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Lang;

/**
 * A question and its answer.
 *
 * @param lead the institution that leads the listing's case; null where none does
 * @param answer null while there is none
 * @param reason why it is hidden; null while it is not
 */
public record Question(
    long id,
    ListingId listing,
    PartyId asker,
    InstitutionId lead,
    Lang lang,
    String text,
    QuestionState state,
    Instant askedAt,
    String answer,
    Lang answerLang,
    Instant answeredAt,
    String reason) {

  /** The 13 characters of its id. */
  public String code() {
    return Ids.text(id);
  }

  /** Whether this can be done with it now: which buttons to show. */
  public boolean allows(QuestionAction action) {
    return QuestionState.LIFECYCLE.allows(state, action);
  }
}
