package wasl.community;

import java.time.Instant;
import wasl.listing.ListingId;
import wasl.party.InstitutionId;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Lang;

/**
 * A report of abuse.
 *
 * @param subject the id of the update or question; the listing's where it is about the listing
 * @param lang in which the reporter reads
 * @param reporter null for a visitor
 * @param email where to send the answer to a visitor; null for none
 * @param answer null while there is none
 */
public record AbuseReport(
    long id,
    ListingId listing,
    InstitutionId lead,
    ReportAbout about,
    long subject,
    ReportCause cause,
    String text,
    Lang lang,
    PartyId reporter,
    String email,
    ReportState state,
    Instant reportedAt,
    String answer,
    PartyId answeredBy,
    Instant answeredAt) {

  /** The 13 characters of its id. */
  public String code() {
    return Ids.text(id);
  }

  /** Whether this can be done with it now: which buttons to show. */
  public boolean allows(ReportAction action) {
    return ReportState.LIFECYCLE.allows(state, action);
  }
}
