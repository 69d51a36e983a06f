package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import wasl.party.PartyId;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Secrets;
import wasl.shared.Sql;

/** The notices, the mails that went out, and the switches. */
@ApplicationScoped
public class Notices {
  /** How many notices a reader can look back on. */
  private static final int WORDS = 300;

  @Inject private Sql sql;

  /** A notice as its reader sees it. */
  public record View(
      long id, NoticeKind kind, String title, String text, String path, Instant at, boolean read) {}

  /** Writes a notice, once for each message and reader. */
  void add(long messageId, Letter letter, Instant now) {
    sql.change(
        "INSERT INTO notice (id, message_id, party_id, kind, title_ar, title_ckb, title_en,"
            + " text_ar, text_ckb, text_en, path, happened_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id",
        Ids.next(),
        messageId,
        letter.to().party().value(),
        letter.kind(),
        shortened(letter.title(Lang.AR)),
        shortened(letter.title(Lang.CKB)),
        shortened(letter.title(Lang.EN)),
        letter.text(Lang.AR),
        letter.text(Lang.CKB),
        letter.text(Lang.EN),
        letter.path(),
        now);
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= WORDS
        ? title
        : title.substring(0, title.offsetByCodePoints(0, WORDS - 1)) + "…";
  }

  /** Whether this mail was taken by the mail server already. */
  boolean sent(long messageId, String address) {
    return sql.number(
            "SELECT COUNT(*) FROM notice_mail WHERE message_id = ? AND address_hash = ?",
            messageId,
            Secrets.sha256(address))
        > 0;
  }

  void markSent(long messageId, String address, Instant now) {
    sql.change(
        "INSERT INTO notice_mail (message_id, address_hash, sent_at) VALUES (?, ?, ?)",
        messageId,
        Secrets.sha256(address),
        now);
  }

  /** A reader's notices, the newest first, in a language. */
  public Page<View> of(PartyId reader, Lang lang, Page.Wish wish) {
    long total = sql.number("SELECT COUNT(*) FROM notice WHERE party_id = ?", reader.value());
    String code = lang.code();
    List<View> rows =
        sql.list(
            "SELECT id, kind, title_"
                + code
                + " AS title, text_"
                + code
                + " AS text, path, happened_at, read_at FROM notice WHERE party_id = ?"
                + " ORDER BY happened_at DESC, id DESC LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset(),
            row ->
                new View(
                    row.getLong("id"),
                    NoticeKind.valueOf(row.getString("kind")),
                    row.getString("title"),
                    row.getString("text"),
                    row.getString("path"),
                    Sql.instant(row, "happened_at"),
                    row.getTimestamp("read_at") != null),
            reader.value());
    return new Page<>(rows, wish.page(), wish.size(), total);
  }

  /** How many notices the reader has not seen yet. */
  public long unread(PartyId reader) {
    return sql.number(
        "SELECT COUNT(*) FROM notice WHERE party_id = ? AND read_at IS NULL", reader.value());
  }

  void markRead(PartyId reader, Instant now) {
    sql.change(
        "UPDATE notice SET read_at = ? WHERE party_id = ? AND read_at IS NULL",
        now,
        reader.value());
  }

  /** The kinds of mail that the reader has switched off. */
  public Set<NoticeKind> off(PartyId reader) {
    Set<NoticeKind> off = EnumSet.noneOf(NoticeKind.class);
    off.addAll(
        sql.list(
            "SELECT kind FROM notice_switch WHERE party_id = ?",
            row -> NoticeKind.valueOf(row.getString("kind")),
            reader.value()));
    return off;
  }

  /** Switches one kind off and leaves the others as they are. */
  void switchOff(PartyId reader, NoticeKind kind) {
    sql.change(
        "INSERT INTO notice_switch (party_id, kind) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE kind = kind",
        reader.value(),
        kind);
  }

  void switchOff(PartyId reader, Set<NoticeKind> off) {
    sql.change("DELETE FROM notice_switch WHERE party_id = ?", reader.value());
    off.forEach(
        kind ->
            sql.change(
                "INSERT INTO notice_switch (party_id, kind) VALUES (?, ?)", reader.value(), kind));
  }
}
