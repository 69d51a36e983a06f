package wasl.vetting;

import wasl.listing.ListingId;
import wasl.party.PartyId;

/**
 * Who has a stake in a listing, so that nobody reviews what they gain or lose by. Asked of every
 * feature on the right that knows of stakes.
 */
public interface Interests {
  /** Whether this person has money, work or anything else at stake in the listing. */
  boolean hasStake(PartyId person, ListingId listing);
}
