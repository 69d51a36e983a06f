package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import wasl.shared.Baghdad;
import wasl.shared.Refused;

/** Whether a listing is complete and consistent: asked when it is handed in, and by the form. */
@ApplicationScoped
public class Completeness {

  @Inject private ListingSections sections;
  @Inject private Rates rates;

  /** What a listing still lacks, in the order of the form's steps. */
  public List<ListingIncomplete> lacking(Listing listing, Instant now) {
    int fee = listing.model() == null ? 0 : rates.fee(listing.model(), now);
    return SubmissionPolicy.lacking(sections.load(listing), fee, Baghdad.day(now));
  }

  /**
   * Refuses a listing that lacks anything.
   *
   * @throws Refused every {@link ListingIncomplete} at once
   */
  void require(Listing listing, Instant now) {
    List<ListingIncomplete> lacking = lacking(listing, now);
    if (!lacking.isEmpty()) {
      throw new Refused(lacking);
    }
  }
}
