package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wasl.shared.Lang;
import wasl.shared.Sql;

/** Published listings with all their words, many at a time, for whoever makes an index of them. */
@ApplicationScoped
public class PublishedListings {

  private static final String HEAD =
      "SELECT s.listing_id, s.state, s.sector, s.governorate, s.model, s.live_key, s.newest_key,"
          + " s.ending_key, s.institution, b.district, b.name, x.skills FROM listing_search s"
          + " JOIN listing l ON l.id = s.listing_id"
          + " JOIN listing_business b ON b.id = l.business_id"
          + " LEFT JOIN listing_extras x ON x.listing_id = s.listing_id";

  private static final String TEXTS =
      "SELECT s.listing_id, w.lang, w.title, w.summary, w.story FROM listing_search s"
          + " JOIN listing_words w ON w.listing_id = s.listing_id";

  private static final String LINES =
      "SELECT s.listing_id, t.what FROM listing_search s"
          + " JOIN listing_budget_line t ON t.listing_id = s.listing_id";

  @Inject private Sql sql;

  /**
   * A published listing.
   *
   * @param liveKey ascending: open ones first, the newest publication first among them
   * @param newestKey ascending: the newest publication first
   * @param endingKey ascending: open ones first, the nearest deadline first
   * @param institution the code of the one that vetted it, or null
   * @param things what the money buys, and the skills that are wanted
   */
  public record Published(
      ListingId id,
      ListingState state,
      Sector sector,
      Governorate governorate,
      FundingModel model,
      String district,
      String business,
      String institution,
      long liveKey,
      long newestKey,
      long endingKey,
      Map<Lang, ListingContent.Text> texts,
      List<String> things) {}

  /** Those of these listings that are published. */
  public List<Published> of(Collection<ListingId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    return read(" WHERE s.listing_id IN (" + marks + ")", ids.stream().map(ListingId::value));
  }

  /** The next ones by their ids, at most so many; none at the end. */
  public List<Published> after(long last, int most) {
    List<Long> ids =
        sql.list(
            "SELECT listing_id FROM listing_search WHERE listing_id > ? ORDER BY listing_id LIMIT "
                + most,
            row -> row.getLong(1),
            last);
    return ids.isEmpty()
        ? List.of()
        : read(
            " WHERE s.listing_id BETWEEN ? AND ?",
            List.of(ids.get(0), ids.get(ids.size() - 1)).stream());
  }

  /** How many there are. */
  public long count() {
    return sql.number("SELECT COUNT(*) FROM listing_search");
  }

  private List<Published> read(String where, Stream<Long> arguments) {
    Object[] values = arguments.toArray();
    Map<Long, Map<Lang, ListingContent.Text>> texts = new LinkedHashMap<>();
    sql.list(
        TEXTS + where,
        row ->
            texts
                .computeIfAbsent(row.getLong("listing_id"), id -> new EnumMap<>(Lang.class))
                .put(
                    Lang.valueOf(row.getString("lang")),
                    new ListingContent.Text(
                        row.getString("title"), row.getString("summary"), row.getString("story"))),
        values);
    Map<Long, List<String>> things = new LinkedHashMap<>();
    sql.list(
        LINES + where,
        row ->
            things
                .computeIfAbsent(row.getLong("listing_id"), id -> new ArrayList<>())
                .add(row.getString("what")),
        values);
    return sql.list(
        HEAD + where,
        row ->
            published(
                row,
                texts.getOrDefault(row.getLong("listing_id"), Map.of()),
                things.getOrDefault(row.getLong("listing_id"), List.of())),
        values);
  }

  private static Published published(
      ResultSet row, Map<Lang, ListingContent.Text> texts, List<String> lines) throws SQLException {
    List<String> things = new ArrayList<>(lines);
    String skills = row.getString("skills");
    if (skills != null) {
      things.addAll(Arrays.asList(skills.split("\n")));
    }
    return new Published(
        new ListingId(row.getLong("listing_id")),
        ListingState.valueOf(row.getString("state")),
        Sector.valueOf(row.getString("sector")),
        Governorate.valueOf(row.getString("governorate")),
        FundingModel.valueOf(row.getString("model")),
        row.getString("district"),
        row.getString("name"),
        row.getString("institution"),
        row.getLong("live_key"),
        row.getLong("newest_key"),
        row.getLong("ending_key"),
        texts,
        things);
  }
}
