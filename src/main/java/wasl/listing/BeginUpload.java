package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.Ids;
import wasl.shared.Pictures;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.UploadRefused;

/**
 * The owner begins to send a file in parts, or goes on with one that was begun before; one that is
 * here already need not travel again. What cannot be taken whatever its content is refused before a
 * byte has travelled.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, {@link
 * ListingRefused.SectionClosed}, {@link ListingRefused.TooMany}, {@link
 * UploadRefused.UploadMissing}, {@link UploadRefused.UploadSize}.
 */
@ApplicationScoped
@Transactional
public class BeginUpload {

  private static final int LONGEST_NAME = 255;

  @Inject private Listings listings;
  @Inject private Media media;
  @Inject private PartialFiles files;

  /**
   * What will come.
   *
   * @param mark the browser's own name for the file, the same when it is chosen again
   * @param size in bytes
   */
  public record Command(
      Actor by, ListingId listing, Media.Kind kind, String mark, String name, long size) {}

  /** Where to go on: what has come of it already. */
  public PartialFiles.View handle(Command command) {
    Listing listing = listings.getOwn(command.by(), command.listing());
    listing.refuseUnlessEditable(Section.FILES);
    if (command.size() <= 0) {
      throw new Refused(new UploadRefused.UploadMissing());
    }
    if (command.size() > Pictures.MOST_BYTES) {
      throw new Refused(UploadRefused.UploadSize.of(command.size(), Pictures.MOST_BYTES));
    }
    Optional<PartialFiles.View> before = find(command);
    boolean fits = before.isPresent() && before.get().size() == (int) command.size();
    if (fits && before.get().done() && media.has(listing.id(), before.get().media())) {
      return before.get();
    }
    AddMedia.refuseWhenFull(command.kind(), media.of(listing.id()));
    if (before.isPresent() && (!fits || before.get().done())) {
      // another file, or one that was taken out of the listing since
      files.remove(before.get().id());
      before = Optional.empty();
    }
    if (before.isEmpty()) {
      files.leave(command.by().party(), PartialFiles.MOST_OPEN - 1);
      files.begin(
          command.by().party(),
          command.mark(),
          new PartialFiles.View(
              Ids.next(),
              listing.id(),
              command.kind(),
              name(command.name()),
              (int) command.size(),
              0,
              null));
      before = find(command);
    }
    return before.orElseThrow();
  }

  private Optional<PartialFiles.View> find(Command command) {
    return files.find(command.by().party(), command.listing(), command.kind(), command.mark());
  }

  /** The end of a name says what the file is. */
  private static String name(String typed) {
    String line = PlainText.line(typed);
    if (line == null) {
      return "-";
    }
    int points = line.codePointCount(0, line.length());
    return line.substring(line.offsetByCodePoints(0, Math.max(0, points - LONGEST_NAME)));
  }
}
