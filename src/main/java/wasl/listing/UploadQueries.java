package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;

/** How much has come of the files that their owners send in parts. */
@ApplicationScoped
public class UploadQueries {

  @Inject private PartialFiles files;

  /**
   * How far a file is.
   *
   * @throws Refused {@link ListingRefused.NotFound} for somebody else's, too
   */
  public PartialFiles.View get(Actor by, ListingId listing, long upload) {
    by.require(Permission.EDIT_OWN_LISTING);
    return files
        .find(by.party(), listing, upload)
        .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
  }
}
