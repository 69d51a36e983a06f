package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.party.Actor;
import wasl.party.Permission;

/** Throws away what has come of a file; one that is gone already is no fault. */
@ApplicationScoped
@Transactional
public class DropUpload {

  @Inject private PartialFiles files;

  /** Which file. */
  public record Command(Actor by, ListingId listing, long upload) {}

  /** Throws it away. */
  public void handle(Command command) {
    command.by().require(Permission.EDIT_OWN_LISTING);
    files
        .lock(command.by().party(), command.listing(), command.upload())
        .filter(file -> !file.done())
        .ifPresent(file -> files.remove(file.id()));
  }
}
