package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Refused;
import wasl.shared.UploadRefused;

/**
 * The owner sends the next part of a file. A part that came before, or has lost its content on the
 * way, changes nothing; one that would leave a gap is not taken, and the answer says where to go
 * on. With the last part the file becomes a picture or document as {@link AddMedia} makes it.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link UploadRefused.UploadType} already at the
 * first part, {@link UploadRefused.UploadBroken} for more than was announced, and with what {@link
 * AddMedia} refuses.
 */
@ApplicationScoped
@Transactional
public class TakeUploadPart {

  @Inject private PartialFiles files;
  @Inject private AddMedia addMedia;

  /**
   * What has come.
   *
   * @param at how many bytes of the file stand before the part
   */
  public record Command(Actor by, ListingId listing, long upload, int at, byte[] part) {}

  /** Takes it, and says how much there is now. */
  public PartialFiles.View handle(Command command) {
    command.by().require(Permission.EDIT_OWN_LISTING);
    PartialFiles.View file =
        files
            .lock(command.by().party(), command.listing(), command.upload())
            .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    if (file.done() || command.at() != file.here() || command.part().length == 0) {
      return file;
    }
    int here = file.here() + command.part().length;
    if (command.part().length > PartialFiles.PART_BYTES || here > file.size()) {
      throw new Refused(new UploadRefused.UploadBroken());
    }
    if (file.here() == 0) {
      AddMedia.refuseUnlessBegins(file.kind(), command.part());
    }
    files.append(file, command.part());
    if (here == file.size()) {
      byte[] whole = files.content(file.id());
      long media =
          addMedia.handle(
              new AddMedia.Command(command.by(), file.listing(), file.kind(), file.name(), whole));
      files.finish(file.id(), media);
    }
    return files.find(command.by().party(), command.listing(), command.upload()).orElseThrow();
  }
}
