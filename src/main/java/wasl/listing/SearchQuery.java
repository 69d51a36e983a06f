package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.money.Currency;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.SearchWords;
import wasl.shared.Sql;

/**
 * Searches what {@link SearchIndex} keeps. The ids of a page come from walking one index in order,
 * named by the filters, and stopping after the page; the rest is joined to these few rows by
 * primary key. The index is told, since the optimizer of either engine would now and then prefer to
 * read and sort everything.
 *
 * <p>Longer than others because the parts of one statement are best read beside one another.
 */
@ApplicationScoped
public class SearchQuery {

  /** With words the number of matches is counted no further, and no further is sorted. */
  private static final int MOST_COUNTED = 1_000;

  private static final String CARD =
      "SELECT l.id, l.state, s.languages, b.governorate, b.district, b.sector, l.model,"
          + " l.currency, l.goal_minor, l.minimum_minor, l.cap_minor, l.opens_at, l.deadline,"
          + " b.id AS business, b.name, b.registration_number, b.women_owned, b.returnee_owned,"
          + " b.idp_owned, COALESCE(r.lang, o.lang) AS lang, COALESCE(r.title, o.title) AS title,"
          + " COALESCE(r.summary, o.summary) AS summary, m.id AS cover";

  private static final String JOINS =
      " JOIN listing_search s ON s.listing_id = p.listing_id"
          + " JOIN listing l ON l.id = p.listing_id"
          + " JOIN listing_business b ON b.id = l.business_id"
          + " LEFT JOIN listing_words r ON r.listing_id = l.id AND r.lang = ?"
          + " LEFT JOIN listing_words o ON o.listing_id = l.id AND o.original = TRUE"
          + " LEFT JOIN listing_media m ON m.listing_id = l.id AND m.kind = 'COVER'";

  @Inject private Sql sql;

  /** A condition with its arguments. */
  private static final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    void add(String condition, Object... values) {
      conditions.add(condition);
      arguments.addAll(Arrays.asList(values));
    }

    String text() {
      return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }
  }

  Page<ListingSearch.Row> page(ListingSearch filter, Page.Wish wish, Lang reader) {
    if (filter.q() == null) {
      Where where = new Where();
      kinds(filter, where);
      String ids =
          "SELECT s.listing_id FROM listing_search s FORCE INDEX ("
              + index(filter)
              + ")"
              + where.text();
      return page(filter, wish, reader, ids, where.arguments, count(filter));
    }
    List<String> words = SearchWords.query(filter.q());
    if (words.isEmpty()) {
      return new Page<>(List.of(), wish.page(), wish.size(), 0);
    }
    Where where = new Where();
    String matches = matches(words, filter, where);
    long total =
        sql.number(
            "SELECT COUNT(*) FROM (" + matches + " LIMIT " + MOST_COUNTED + ") x",
            where.arguments.toArray());
    String ids = matches;
    if (filter.sort() != ListingSearch.Sort.LIVE) {
      ids =
          "SELECT s.listing_id FROM ("
              + matches
              + " ORDER BY t0.live_key, t0.listing_id LIMIT "
              + MOST_COUNTED
              + ") found JOIN listing_search s ON s.listing_id = found.listing_id";
    }
    return page(filter, wish, reader, ids, where.arguments, total);
  }

  private Page<ListingSearch.Row> page(
      ListingSearch filter,
      Page.Wish wish,
      Lang reader,
      String ids,
      List<Object> arguments,
      long total) {
    String key = filter.sort().column();
    boolean walksWords = filter.q() != null && filter.sort() == ListingSearch.Sort.LIVE;
    String order =
        walksWords
            ? " ORDER BY t0.live_key, t0.listing_id"
            : " ORDER BY s." + key + ", s.listing_id";
    List<Object> all = new ArrayList<>(arguments);
    all.add(reader);
    List<ListingSearch.Row> rows =
        sql.list(
            CARD
                + " FROM ("
                + ids
                + order
                + " LIMIT "
                + wish.size()
                + " OFFSET "
                + wish.offset()
                + ") p"
                + JOINS
                + " ORDER BY s."
                + key
                + ", s.listing_id",
            SearchQuery::card,
            all.toArray());
    return new Page<>(rows, wish.page(), wish.size(), total);
  }

  /** The published ones of these, in their order. */
  List<ListingSearch.Row> rows(List<ListingId> ids, Lang reader) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    List<Object> arguments = new ArrayList<>();
    ids.forEach(id -> arguments.add(id.value()));
    arguments.add(reader);
    return sql
        .list(
            CARD
                + " FROM (SELECT listing_id FROM listing_search WHERE listing_id IN ("
                + marks
                + ")) p"
                + JOINS,
            SearchQuery::card,
            arguments.toArray())
        .stream()
        .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
        .toList();
  }

  /** The longest word leads, as it is likely the rarest; the others are looked up beside it. */
  private static String matches(List<String> words, ListingSearch filter, Where where) {
    List<String> longestFirst =
        words.stream()
            .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
            .toList();
    StringBuilder from = new StringBuilder("SELECT t0.listing_id FROM listing_token t0");
    List<Object> joined = new ArrayList<>();
    for (int i = 1; i < longestFirst.size(); i++) {
      from.append(" JOIN listing_token t%d ON t%d.token = ? AND".formatted(i, i))
          .append(" t%d.live_key = t0.live_key AND t%d.listing_id = t0.listing_id".formatted(i, i));
      joined.add(longestFirst.get(i));
    }
    boolean narrowed =
        filter.sector() != null || filter.governorate() != null || filter.model() != null;
    if (narrowed) {
      from.append(" JOIN listing_search s ON s.listing_id = t0.listing_id");
    }
    where.arguments.addAll(joined);
    where.add("t0.token = ?", longestFirst.get(0));
    if (!filter.states().isEmpty()) {
      // The states are ranges of the key that the index is walked along.
      List<String> ranges = new ArrayList<>();
      List<Object> ends = new ArrayList<>();
      filter.states().stream()
          .sorted()
          .forEach(
              state -> {
                ranges.add("t0.live_key BETWEEN ? AND ?");
                ends.add(SearchIndex.liveKeyFrom(state));
                ends.add(SearchIndex.liveKeyTo(state));
              });
      where.add("(" + String.join(" OR ", ranges) + ")", ends.toArray());
    }
    if (narrowed) {
      narrow(filter, where);
    }
    return from + where.text();
  }

  private static void kinds(ListingSearch filter, Where where) {
    narrow(filter, where);
    if (!filter.states().isEmpty()) {
      String marks = filter.states().stream().map(s -> "?").collect(Collectors.joining(", "));
      where.add("s.state IN (" + marks + ")", filter.states().stream().sorted().toArray());
    }
  }

  private static void narrow(ListingSearch filter, Where where) {
    if (filter.governorate() != null) {
      where.add("s.governorate = ?", filter.governorate());
    }
    if (filter.sector() != null) {
      where.add("s.sector = ?", filter.sector());
    }
    if (filter.model() != null) {
      where.add("s.model = ?", filter.model());
    }
  }

  /** There is one for each set of filters: where they meet seldom, nothing is passed over. */
  private static String index(ListingSearch filter) {
    List<String> leading = new ArrayList<>();
    if (filter.governorate() != null) {
      leading.add("governorate");
    }
    if (filter.sector() != null) {
      leading.add("sector");
    }
    if (filter.model() != null) {
      leading.add("model");
    }
    if (leading.isEmpty()) {
      leading.add(filter.states().size() == 1 ? "state" : "all");
    }
    return String.join("_", leading) + "_" + filter.sort().column();
  }

  /** Exact: the rolled-up cells and what has come since. */
  private long count(ListingSearch filter) {
    List<Object> cell = new ArrayList<>();
    String states = "'*'";
    if (!filter.states().isEmpty()) {
      states = filter.states().stream().map(s -> "?").collect(Collectors.joining(", "));
      filter.states().stream().sorted().forEach(cell::add);
    }
    cell.add(any(filter.sector()));
    cell.add(any(filter.governorate()));
    cell.add(any(filter.model()));
    Where tail = new Where();
    kinds(filter, tail);
    List<Object> arguments = new ArrayList<>(cell);
    arguments.addAll(tail.arguments);
    return sql.number(
        "SELECT COALESCE((SELECT SUM(n) FROM listing_count WHERE state IN ("
            + states
            + ") AND sector = ? AND governorate = ? AND model = ?), 0)"
            + " + COALESCE((SELECT SUM(s.n) FROM listing_count_tail s"
            + tail.text()
            + "), 0)",
        arguments.toArray());
  }

  private static Object any(Enum<?> constant) {
    return constant == null ? "*" : constant.name();
  }

  Map<Governorate, Long> places() {
    Map<Governorate, Long> places = new EnumMap<>(Governorate.class);
    sql.list(
        "SELECT governorate, SUM(n) AS n FROM ("
            + "SELECT governorate, n FROM listing_count"
            + " WHERE state = '*' AND sector = '*' AND governorate <> '*' AND model = '*'"
            + " UNION ALL SELECT governorate, n FROM listing_count_tail) x"
            + " GROUP BY governorate HAVING SUM(n) > 0",
        row -> places.put(Governorate.valueOf(row.getString("governorate")), row.getLong("n")));
    return places;
  }

  private static ListingSearch.Row card(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    long cover = row.getLong("cover");
    Long coverId = row.wasNull() ? null : cover;
    return new ListingSearch.Row(
        new ListingId(row.getLong("id")),
        ListingState.valueOf(row.getString("state")),
        Lang.valueOf(row.getString("lang")),
        row.getString("title"),
        row.getString("summary"),
        Arrays.stream(row.getString("languages").split(" ")).map(Lang::valueOf).toList(),
        Governorate.valueOf(row.getString("governorate")),
        row.getString("district"),
        Sector.valueOf(row.getString("sector")),
        FundingModel.valueOf(row.getString("model")),
        ListingQueries.money(row, "goal_minor", currency),
        ListingQueries.money(row, "minimum_minor", currency),
        ListingQueries.money(
            row, row.getObject("cap_minor") == null ? "goal_minor" : "cap_minor", currency),
        Sql.instant(row, "opens_at"),
        Sql.instant(row, "deadline"),
        new BusinessId(row.getLong("business")),
        row.getString("name"),
        row.getString("registration_number") == null,
        row.getBoolean("women_owned"),
        row.getBoolean("returnee_owned"),
        row.getBoolean("idp_owned"),
        coverId);
  }
}
