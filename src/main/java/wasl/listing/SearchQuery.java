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
import wasl.shared.Sql;

/**
 * Reads the lists that {@link SearchIndex} keeps. The ids of a page come from walking one index in
 * order, named by the filters, and stopping after the page; the rest is joined to these few rows by
 * primary key. The index is told, since the optimizer of either engine would now and then prefer to
 * read and sort everything.
 */
@ApplicationScoped
public class SearchQuery {

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

  /** A page of those that the filters let through; words are not looked at. */
  Page<ListingSearch.Row> page(ListingSearch filter, Page.Wish wish, Lang reader) {
    Where where = new Where();
    kinds(filter, where);
    String key = filter.sort().column();
    List<Object> all = new ArrayList<>(where.arguments);
    all.add(reader);
    List<ListingSearch.Row> rows =
        sql.list(
            CARD
                + " FROM (SELECT s.listing_id FROM listing_search s FORCE INDEX ("
                + index(filter)
                + ")"
                + where.text()
                + " ORDER BY s."
                + key
                + ", s.listing_id LIMIT "
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
    return new Page<>(rows, wish.page(), wish.size(), count(filter));
  }

  /** The published ones among these, in their order. */
  List<ListingSearch.Row> rows(List<ListingId> ids, Lang reader) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Object> all = new ArrayList<>();
    all.add(reader);
    ids.forEach(id -> all.add(id.value()));
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    return sql
        .list(
            CARD + " FROM listing_search p" + JOINS + " WHERE p.listing_id IN (" + marks + ")",
            SearchQuery::card,
            all.toArray())
        .stream()
        .sorted(Comparator.comparingInt(row -> ids.indexOf(row.id())))
        .toList();
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
