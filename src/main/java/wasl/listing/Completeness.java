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
   * Whether the owner may change a section now: what {@link Listing#editable} says, and what lacks
   * something since changes were asked for elsewhere.
   */
  public boolean editable(Listing listing, Section section, Instant now) {
    return listing.editable(section)
        || listing.state() == ListingState.CHANGES_REQUESTED && lacks(listing, section, now);
  }

  private boolean lacks(Listing listing, Section section, Instant now) {
    return lacking(listing, now).stream().anyMatch(each -> each.section() == section);
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
