package wasl.listing;

import java.util.List;

/** What reviewers ask the owner of a listing to change; asked of whoever vets. */
public interface ReviewerRequests {

  /** What is asked of a listing now, in the order in which it was asked. */
  List<Asked> open(ListingId listing);

  /**
   * One request.
   *
   * @param message the reviewer's own words, in whatever language
   */
  record Asked(Section section, String message) {}
}
