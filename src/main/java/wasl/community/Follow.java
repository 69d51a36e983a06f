package wasl.community;

import java.time.Instant;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingId;
import wasl.listing.Sector;
import wasl.party.PartyId;
import wasl.shared.Ids;

/**
 * What somebody follows.
 *
 * @param listing null for a filter
 * @param filter null for a listing
 * @param mails whether letters are wanted
 */
public record Follow(
    long id, PartyId party, ListingId listing, Filter filter, boolean mails, Instant since) {

  /**
   * Listings that open and fit; null means any.
   *
   * @param words by which the search is to find it
   */
  public record Filter(Governorate governorate, Sector sector, FundingModel model, String words) {

    /** Whether everything fits. */
    public boolean empty() {
      return governorate == null && sector == null && model == null && words == null;
    }
  }

  /** The 13 characters of its id. */
  public String code() {
    return Ids.text(id);
  }
}
