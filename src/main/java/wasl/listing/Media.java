package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wasl.shared.Ids;
import wasl.shared.Pictures;
import wasl.shared.Sql;

/** Pictures and documents of listings, in the database. */
@ApplicationScoped
public class Media {

  /** The size under which a document is kept. */
  static final String DOCUMENT = "file";

  @Inject private Sql sql;

  /** What a file is to the listing. */
  public enum Kind {
    COVER,
    GALLERY,
    DOCUMENT
  }

  /**
   * A picture or document.
   *
   * @param name the file's name as it was uploaded, made plain
   * @param size of the file as it was uploaded, in bytes
   * @param width in pixels; 0 for a document
   */
  public record View(long id, Kind kind, String name, int size, int width, int height) {

    /** The address of a size: card, page or full for a picture, file for a document. */
    public String address(String wanted) {
      return "/media/" + Ids.text(id) + "/" + wanted;
    }

    /**
     * Its addresses with their widths, as HTML's {@code srcset} lists them; a picture is never made
     * larger than it came, so that its sizes may be narrower than planned.
     */
    public String widths(Pictures.Size... sizes) {
      return Arrays.stream(sizes)
          .map(size -> address(size.word()) + " " + Math.min(width, size.width()) + "w")
          .collect(Collectors.joining(", "));
    }

    /** What a picture is named outside: its id, as the JPEG that it was made. */
    public String fileName() {
      return code() + ".jpg";
    }

    /** The 13 characters of its id. */
    public String code() {
      return Ids.text(id);
    }
  }

  /**
   * A file to serve.
   *
   * @param published whether everybody may see it
   */
  public record File(
      ListingId listing, boolean published, String name, String type, byte[] content) {}

  /** All of a listing: the cover, the gallery, the documents, each in the order of adding. */
  public List<View> of(ListingId listing) {
    return sql.list(
        "SELECT id, kind, name, size, width, height FROM listing_media WHERE listing_id = ?"
            + " ORDER BY FIELD(kind, 'COVER', 'GALLERY', 'DOCUMENT'), id",
        row ->
            new View(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("size"),
                row.getInt("width"),
                row.getInt("height")),
        listing.value());
  }

  /** A file in a size. */
  public Optional<File> file(long id, String size) {
    return sql.one(
        "SELECT m.listing_id, l.published_at, m.name, f.type, f.content FROM listing_media m"
            + " JOIN listing_media_file f ON f.media_id = m.id AND f.size = ?"
            + " JOIN listing l ON l.id = m.listing_id WHERE m.id = ?",
        row ->
            new File(
                new ListingId(row.getLong("listing_id")),
                row.getTimestamp("published_at") != null,
                row.getString("name"),
                row.getString("type"),
                row.getBytes("content")),
        size,
        id);
  }

  /** The file of this kind that a listing has with this very content, by its SHA-256. */
  Optional<Long> same(ListingId listing, Kind kind, byte[] digest) {
    return sql.one(
        "SELECT id FROM listing_media WHERE listing_id = ? AND kind = ? AND digest = ? LIMIT 1",
        row -> row.getLong("id"),
        listing.value(),
        kind,
        digest);
  }

  /** Whether a listing has this file. */
  boolean has(ListingId listing, long id) {
    return sql.number(
            "SELECT COUNT(*) FROM listing_media WHERE id = ? AND listing_id = ?",
            id,
            listing.value())
        > 0;
  }

  void add(
      ListingId listing,
      View view,
      byte[] digest,
      String type,
      Map<String, byte[]> files,
      Instant now) {
    sql.change(
        "INSERT INTO listing_media"
            + " (id, listing_id, kind, name, size, width, height, digest, added_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        view.id(),
        listing.value(),
        view.kind(),
        view.name(),
        view.size(),
        view.width(),
        view.height(),
        digest,
        now);
    files.forEach(
        (size, content) ->
            sql.change(
                "INSERT INTO listing_media_file (media_id, size, type, content)"
                    + " VALUES (?, ?, ?, ?)",
                view.id(),
                size,
                type,
                content));
  }

  /** Gives a listing the cover and the gallery of another. */
  void copyPictures(ListingId from, ListingId to, Instant now) {
    for (View each : of(from)) {
      if (each.kind() != Kind.DOCUMENT) {
        long id = Ids.next();
        sql.change(
            "INSERT INTO listing_media"
                + " (id, listing_id, kind, name, size, width, height, digest, added_at)"
                + " SELECT ?, ?, kind, name, size, width, height, digest, ? FROM listing_media"
                + " WHERE id = ?",
            id,
            to.value(),
            now,
            each.id());
        sql.change(
            "INSERT INTO listing_media_file (media_id, size, type, content)"
                + " SELECT ?, size, type, content FROM listing_media_file WHERE media_id = ?",
            id,
            each.id());
      }
    }
  }

  void remove(ListingId listing, long id) {
    if (sql.change("DELETE FROM listing_media WHERE id = ? AND listing_id = ?", id, listing.value())
        > 0) {
      sql.change("DELETE FROM listing_media_file WHERE media_id = ?", id);
    }
  }
}
