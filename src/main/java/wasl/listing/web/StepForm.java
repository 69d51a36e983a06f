package wasl.listing.web;

import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Section;

/** One step of the form: what was typed in one section. */
public interface StepForm {

  /** The section that it fills. */
  Section section();

  /** The version of the section that the owner had before the eyes. */
  int getVersion();

  /** Set by the form's hidden field. */
  void setVersion(int version);

  /** Shows what was saved. */
  void fill(ListingQueries.Whole whole);

  /** Reads what was typed; complaints go to {@code typed}. */
  ListingContent.Part read(Typed typed);
}
