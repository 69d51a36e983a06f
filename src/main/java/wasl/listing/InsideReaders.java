package wasl.listing;

import wasl.party.Actor;

/**
 * Who besides the owner reads what the public does not see of a listing: its files and its vetting
 * record before publication. Answered by features on the right that let somebody work on it.
 */
public interface InsideReaders {
  /** Whether this person reads the listing for the sake of work. */
  boolean reads(Actor by, ListingId listing);
}
