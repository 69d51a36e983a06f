package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.party.InstitutionId;
import wasl.party.PartyId;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** The updates in the database. */
@ApplicationScoped
public class Updates {
  @Inject private Sql sql;

  /**
   * Keeps a new one, unless its form was sent before.
   *
   * @return the id of the one that is kept for this form
   */
  long add(ListingUpdate update, String key) {
    sql.change(
        "INSERT INTO community_update (id, request_key, listing, author, lead_institution,"
            + " audience, lang, title, text, state, published_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id",
        update.id(),
        key,
        update.listing().value(),
        update.author().value(),
        update.lead() == null ? null : update.lead().value(),
        update.audience(),
        update.lang(),
        update.title(),
        update.text(),
        update.state(),
        update.publishedAt());
    return sent(update.author(), key).orElseThrow();
  }

  /** The update that came of a form, if it was sent before. */
  Optional<Long> sent(PartyId author, String key) {
    return sql.one(
        "SELECT id FROM community_update WHERE author = ? AND request_key = ?",
        row -> row.getLong(1),
        author.value(),
        key);
  }

  /** One update. */
  public Optional<ListingUpdate> find(long id) {
    return sql.one("SELECT * FROM community_update WHERE id = ?", Updates::read, id);
  }

  /** One update, held until the transaction ends. */
  ListingUpdate lock(long id) {
    return sql.one("SELECT * FROM community_update WHERE id = ? FOR UPDATE", Updates::read, id)
        .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
  }

  /**
   * Moves it by its table.
   *
   * @param reason why; null for none
   * @throws Refused {@link CommunityRefused.ChangedMeanwhile}
   */
  void move(ListingUpdate update, UpdateAction action, Actor by, String reason, Instant now) {
    UpdateState next =
        UpdateState.LIFECYCLE
            .next(update.state(), action)
            .orElseThrow(() -> new Refused(new CommunityRefused.ChangedMeanwhile()));
    sql.change(
        "UPDATE community_update SET state = ?, moderated_by = ?, moderated_at = ?, reason = ?"
            + " WHERE id = ?",
        next,
        by.party() == null ? null : by.party().value(),
        now,
        reason,
        update.id());
  }

  /** The published updates of a listing, the newest first; who reads which decides the caller. */
  public Page<ListingUpdate> published(ListingId listing, Page.Wish wish) {
    return page("listing = ? AND state = 'PUBLISHED'", List.of(listing.value()), wish);
  }

  /** All that its owner wrote about a listing and did not take back. */
  public Page<ListingUpdate> own(ListingId listing, Page.Wish wish) {
    return page("listing = ? AND state <> 'WITHDRAWN'", List.of(listing.value()), wish);
  }

  private Page<ListingUpdate> page(String where, List<Object> arguments, Page.Wish wish) {
    List<Object> all = new ArrayList<>(arguments);
    long total = sql.number("SELECT COUNT(*) FROM community_update WHERE " + where, all.toArray());
    List<ListingUpdate> items =
        total == 0
            ? List.of()
            : sql.list(
                "SELECT * FROM community_update WHERE "
                    + where
                    + " ORDER BY id DESC LIMIT "
                    + wish.size()
                    + " OFFSET "
                    + wish.offset(),
                Updates::read,
                all.toArray());
    return new Page<>(items, wish.page(), wish.size(), total);
  }

  private static ListingUpdate read(ResultSet row) throws SQLException {
    return new ListingUpdate(
        row.getLong("id"),
        new ListingId(row.getLong("listing")),
        new PartyId(row.getLong("author")),
        institution(row),
        Audience.valueOf(row.getString("audience")),
        Lang.valueOf(row.getString("lang")),
        row.getString("title"),
        row.getString("text"),
        UpdateState.valueOf(row.getString("state")),
        Sql.instant(row, "published_at"),
        row.getString("reason"));
  }

  /** The lead institution of a row; null for none. */
  static InstitutionId institution(ResultSet row) throws SQLException {
    long lead = row.getLong("lead_institution");
    return row.wasNull() ? null : new InstitutionId(lead);
  }
}
