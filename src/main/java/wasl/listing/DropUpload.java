package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import wasl.party.Actor;
import wasl.party.Permission;

/**
 * Throws away what has come of a file. One that is gone already is no fault, and one that has
 * become a picture or document meanwhile stays.
 */
@ApplicationScoped
@Transactional
public class DropUpload {

  @Inject private PartialFiles files;

  /** Which file. */
  public record Command(Actor by, ListingId listing, long upload) {}

  /** Throws it away, and says whether that came too late. */
  public boolean handle(Command command) {
    command.by().require(Permission.EDIT_OWN_LISTING);
    Optional<PartialFiles.View> file =
        files.lock(command.by().party(), command.listing(), command.upload());
    boolean done = file.isPresent() && file.get().done();
    if (file.isPresent() && !done) {
      files.remove(file.get().id());
    }
    return done;
  }
}
