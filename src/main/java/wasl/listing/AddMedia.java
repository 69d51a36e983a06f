package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.party.Actor;
import wasl.shared.Ids;
import wasl.shared.Pictures;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.shared.Secrets;
import wasl.shared.UploadRefused;

/**
 * The owner adds a picture or a document. A new cover takes the place of the old one. The same file
 * once more, as a second try sends it, changes nothing.
 *
 * <p>Refuses with {@link ListingRefused.NotFound}, {@link ListingRefused.StateChanged}, {@link
 * ListingRefused.SectionClosed}, {@link UploadRefused.UploadType}, {@link
 * UploadRefused.UploadSize}, {@link UploadRefused.UploadBroken}, {@link
 * UploadRefused.UploadPixels}, {@link ListingRefused.TooMany}.
 */
@ApplicationScoped
@Transactional
public class AddMedia {

  private static final int MOST_PICTURES = 12;
  private static final int MOST_DOCUMENTS = 10;
  private static final int LONGEST_NAME = 120;

  @Inject private Listings listings;
  @Inject private Media media;
  @Inject private Clock clock;

  /**
   * What to add.
   *
   * @param name the file's name where it comes from
   * @param content the whole file
   */
  public record Command(
      Actor by, ListingId listing, Media.Kind kind, String name, byte[] content) {}

  /** Adds it, and says under which id it is there. */
  public long handle(Command command) {
    if (command.content().length > Pictures.MOST_BYTES) {
      throw new Refused(UploadRefused.UploadSize.of(command.content().length, Pictures.MOST_BYTES));
    }
    byte[] digest = Secrets.sha256(command.content());
    // Decoding takes a while: it is done before the listing is locked.
    boolean document = command.kind() == Media.Kind.DOCUMENT;
    Map<String, byte[]> files = new LinkedHashMap<>();
    int width = 0;
    int height = 0;
    if (document) {
      refuseUnlessPdf(command.content());
      files.put(Media.DOCUMENT, command.content());
    } else {
      Pictures.Picture picture = Pictures.remake(command.content());
      picture.files().forEach((size, content) -> files.put(size.word(), content));
      width = picture.width();
      height = picture.height();
    }
    Listing listing = listings.lockOwn(command.by(), command.listing());
    listing.edit(Section.FILES);
    Optional<Long> same = media.same(listing.id(), command.kind(), digest);
    if (same.isPresent()) {
      return same.get();
    }
    makeRoom(listing.id(), command.kind());
    Media.View view =
        new Media.View(
            Ids.next(),
            command.kind(),
            plain(command.name()),
            command.content().length,
            width,
            height);
    String type = document ? "application/pdf" : "image/jpeg";
    media.add(listing.id(), view, digest, type, files, clock.instant());
    listings.save(listing);
    return view.id();
  }

  private void makeRoom(ListingId id, Media.Kind kind) {
    List<Media.View> all = media.of(id);
    refuseWhenFull(kind, all);
    if (kind == Media.Kind.COVER) {
      all.stream().filter(view -> view.kind() == kind).forEach(old -> media.remove(id, old.id()));
    }
  }

  /** Refuses one more of a kind that is full; a cover takes the place of the one before. */
  static void refuseWhenFull(Media.Kind kind, List<Media.View> all) {
    int most = kind == Media.Kind.DOCUMENT ? MOST_DOCUMENTS : MOST_PICTURES;
    if (kind != Media.Kind.COVER
        && all.stream().filter(view -> view.kind() == kind).count() >= most) {
      throw new Refused(new ListingRefused.TooMany(Section.FILES, most));
    }
  }

  /**
   * Refuses a file whose first bytes are none of its kind's: JPEG (ISO 10918-1, B.1.1.3), PNG (ISO
   * 15948, 5.2) or PDF. Whether the rest is right is known when it is whole.
   */
  static void refuseUnlessBegins(Media.Kind kind, byte[] start) {
    boolean right =
        kind == Media.Kind.DOCUMENT
            ? contains(start, "%PDF-", 0, Math.min(start.length, 1_024))
            : contains(start, "\377\330\377", 0, Math.min(start.length, 3))
                || contains(start, "\211PNG\r\n\032\n", 0, Math.min(start.length, 8));
    if (!right) {
      throw new Refused(new UploadRefused.UploadType());
    }
  }

  /** PDF (ISO 32000-1, 7.5.2 and 7.5.5): a header in the beginning, an end mark near the end. */
  private static void refuseUnlessPdf(byte[] content) {
    if (!contains(content, "%PDF-", 0, Math.min(content.length, 1_024))) {
      throw new Refused(new UploadRefused.UploadType());
    }
    if (!contains(content, "%%EOF", Math.max(0, content.length - 2_048), content.length)) {
      throw new Refused(new UploadRefused.UploadBroken());
    }
  }

  private static boolean contains(byte[] content, String mark, int from, int to) {
    for (int at = from; at + mark.length() <= to; at++) {
      int i = 0;
      while (i < mark.length() && (content[at + i] & 0xFF) == mark.charAt(i)) {
        i++;
      }
      if (i == mark.length()) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String name) {
    String line = PlainText.line(name);
    if (line == null) {
      return "-";
    }
    String last = line.replaceAll(".*[/\\\\]", "");
    int from =
        last.offsetByCodePoints(
            0, Math.max(0, last.codePointCount(0, last.length()) - LONGEST_NAME));
    return last.substring(from);
  }
}
