package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import wasl.party.PartyId;
import wasl.shared.Sql;

/** Files of which only the beginning has come yet, in the database, so that every node has them. */
@ApplicationScoped
public class PartialFiles {

  /** The most bytes that one part may have. */
  public static final int PART_BYTES = 256 * 1024;

  /** So many unfinished files one person has at most; the oldest give way. */
  static final int MOST_OPEN = 6;

  @Inject private Sql sql;

  /**
   * A file on its way.
   *
   * @param size of the whole file, in bytes
   * @param here how many bytes have come
   * @param media the picture or document that it has become; null while it is on its way
   */
  public record View(
      long id, ListingId listing, Media.Kind kind, String name, int size, int here, Long media) {

    /** Whether it has become a picture or document of the listing. */
    public boolean done() {
      return media != null;
    }
  }

  private static final String READ =
      "SELECT id, listing_id, kind, name, size, here, media_id FROM listing_upload WHERE ";

  /** The file of this person under the browser's own name for it. */
  Optional<View> find(PartyId party, ListingId listing, Media.Kind kind, String mark) {
    return one(
        "party_id = ? AND listing_id = ? AND kind = ? AND mark = ?",
        party.value(),
        listing.value(),
        kind,
        mark);
  }

  /** The file of this person. */
  Optional<View> find(PartyId party, ListingId listing, long id) {
    return one("id = ? AND party_id = ? AND listing_id = ?", id, party.value(), listing.value());
  }

  /** The same, its row locked. */
  Optional<View> lock(PartyId party, ListingId listing, long id) {
    return one(
        "id = ? AND party_id = ? AND listing_id = ? FOR UPDATE",
        id,
        party.value(),
        listing.value());
  }

  private Optional<View> one(String where, Object... values) {
    return sql.one(
        READ + where,
        row ->
            new View(
                row.getLong("id"),
                new ListingId(row.getLong("listing_id")),
                Media.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("size"),
                row.getInt("here"),
                row.getObject("media_id", Long.class)),
        values);
  }

  /** Begins a file; begun twice at once it is begun once. */
  void begin(PartyId party, String mark, View file) {
    sql.change(
        "INSERT INTO listing_upload"
            + " (id, party_id, listing_id, kind, mark, name, size, here, done, touched_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, FALSE, UTC_TIMESTAMP(6))"
            + " ON DUPLICATE KEY UPDATE touched_at = UTC_TIMESTAMP(6)",
        file.id(),
        party.value(),
        file.listing().value(),
        file.kind(),
        mark,
        file.name(),
        file.size());
  }

  /** Keeps a part that continues what has come. */
  void append(View file, byte[] part) {
    sql.change(
        "INSERT INTO listing_upload_part (upload_id, at, content) VALUES (?, ?, ?)",
        file.id(),
        file.here(),
        part);
    sql.change(
        "UPDATE listing_upload SET here = ?, touched_at = UTC_TIMESTAMP(6) WHERE id = ?",
        file.here() + part.length,
        file.id());
  }

  /** All that has come, in its order. */
  byte[] content(long id) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    sql.list(
            "SELECT content FROM listing_upload_part WHERE upload_id = ? ORDER BY at",
            row -> row.getBytes("content"),
            id)
        .forEach(whole::writeBytes);
    return whole.toByteArray();
  }

  /** The file is complete and kept elsewhere: only that it is done stays known here. */
  void finish(long id, long media) {
    sql.change("DELETE FROM listing_upload_part WHERE upload_id = ?", id);
    sql.change("UPDATE listing_upload SET done = TRUE, media_id = ? WHERE id = ?", media, id);
  }

  /** First the row, which waits for whoever is adding a part: no part is left without its file. */
  void remove(long id) {
    sql.change("DELETE FROM listing_upload WHERE id = ?", id);
    sql.change("DELETE FROM listing_upload_part WHERE upload_id = ?", id);
  }

  /** Removes the oldest unfinished files of a person until no more than so many are left. */
  void leave(PartyId party, int most) {
    sql.list(
            "SELECT id FROM listing_upload WHERE party_id = ? AND NOT done"
                + " ORDER BY touched_at DESC, id DESC LIMIT 100 OFFSET "
                + most,
            row -> row.getLong("id"),
            party.value())
        .forEach(this::remove);
  }

  /** Removes some of what nobody has continued for a day. */
  int forget() {
    var old =
        sql.list(
            "SELECT id FROM listing_upload WHERE touched_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY"
                + " ORDER BY touched_at LIMIT 50 FOR UPDATE SKIP LOCKED",
            row -> row.getLong("id"));
    old.forEach(this::remove);
    return old.size();
  }
}
