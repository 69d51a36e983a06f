package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Remembered;
import wasl.shared.Sql;

/**
 * What is asked about listings. Longer than others since all reading of the listing table stands
 * here, each question with its one statement.
 */
@ApplicationScoped
public class ListingQueries {

  private static final int KEPT = 300;

  private static final String FACTS =
      "SELECT l.id, l.state, l.owner_id, l.business_id, b.name, l.model, l.currency, l.goal_minor,"
          + " l.minimum_minor, l.cap_minor, l.fee_basis_points, b.sector, b.governorate,"
          + " l.published_at, l.opens_at, l.deadline, l.collecting_until, l.ended_at,"
          + " l.suspension_reason, w.lang, w.title, w.original"
          + " FROM listing l JOIN listing_business b ON b.id = l.business_id"
          + " LEFT JOIN listing_words w ON w.listing_id = l.id";

  @Inject private Sql sql;
  @Inject private Listings listings;
  @Inject private ListingSections sections;
  @Inject private Media media;
  @Inject private SearchQuery searchQuery;

  /**
   * Content of published listings: nobody edits it any more, so it is read once. The publication's
   * instant stands in the key for the day when a changed listing is published anew.
   */
  private final Map<String, Kept> published = new ConcurrentHashMap<>();

  private record Kept(ListingContent content, List<Media.View> media) {}

  /** Facts by the listing's version: whatever changes it gives it another one. */
  private final Remembered<ListingAt, ListingFacts> facts =
      new Remembered<>(Duration.ofMinutes(1), 5_000, at -> facts(at.listing()));

  private record ListingAt(ListingId listing, long version) {}

  /**
   * A listing with all that its owner wrote.
   *
   * @param media pictures and documents, the cover first
   */
  public record Whole(ListingFacts facts, ListingContent content, List<Media.View> media) {

    /** The cover, or null. */
    public Media.View cover() {
      return media.stream()
          .filter(view -> view.kind() == Media.Kind.COVER)
          .findFirst()
          .orElse(null);
    }

    /** The files of a kind. */
    public List<Media.View> media(Media.Kind kind) {
      return media.stream().filter(view -> view.kind() == kind).toList();
    }
  }

  /**
   * What other features need to know of a listing.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public ListingFacts facts(ListingId id) {
    ListingFacts facts = facts(List.of(id)).get(id);
    if (facts == null) {
      throw new Refused(new ListingRefused.NotFound());
    }
    return facts;
  }

  /**
   * The same for what asks again and again: read when the listing has changed, with the change, and
   * each minute, in case only its business has.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public ListingFacts current(ListingId id) {
    long version =
        sql.one("SELECT version FROM listing WHERE id = ?", row -> row.getLong(1), id.value())
            .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    return facts.get(new ListingAt(id, version));
  }

  /** The same for several listings, in one query; unknown ids are left out. */
  public Map<ListingId, ListingFacts> facts(Collection<ListingId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
    Object[] values = ids.stream().map(ListingId::value).toArray();
    return read(" WHERE l.id IN (" + marks + ")", values);
  }

  /** All listings of an owner, the newest first. */
  public List<ListingFacts> mine(PartyId owner) {
    return List.copyOf(
        read(" WHERE l.owner_id = ? ORDER BY l.id DESC LIMIT 600", owner.value()).values());
  }

  /**
   * A listing with all its sections. Who may see an unpublished one is decided by the caller.
   *
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public Whole whole(ListingId id) {
    return whole(facts(id));
  }

  /**
   * The same for whoever has just read the listing's version: of a published one, at which nobody
   * writes any more, the rest is read where that is another one than before.
   *
   * @param version any other number where there is no such listing
   * @throws Refused {@link ListingRefused.NotFound}
   */
  public Whole shown(ListingId id, long version) {
    ListingFacts current = facts.get(new ListingAt(id, version));
    return whole(current.published() ? current : facts(id));
  }

  private Whole whole(ListingFacts facts) {
    if (published.size() > KEPT) {
      published.clear();
    }
    Kept kept =
        facts.published()
            ? published.computeIfAbsent(
                facts.id() + " " + facts.publishedAt(), key -> read(facts.id()))
            : read(facts.id());
    return new Whole(facts, kept.content(), kept.media());
  }

  private Kept read(ListingId id) {
    return new Kept(sections.load(listings.get(id)), media.of(id));
  }

  /**
   * One page of the published listings that the filters let through, in one query, and their number
   * in another. Words are not looked at: {@code discovery} does that.
   *
   * @param reader whose language titles and summaries are wanted in
   */
  public Page<ListingSearch.Row> search(ListingSearch filter, Page.Wish wish, Lang reader) {
    return searchQuery.page(filter, wish, reader);
  }

  /**
   * The published ones among these listings, in their order, as they are now.
   *
   * @param ids at most a page of them
   */
  public List<ListingSearch.Row> rows(List<ListingId> ids, Lang reader) {
    return searchQuery.rows(ids, reader);
  }

  /** The published listings of a business, the newest first, at most 100. */
  public List<ListingId> of(BusinessId business) {
    return sql.list(
        "SELECT id FROM listing WHERE business_id = ? AND published_at IS NOT NULL"
            + " ORDER BY published_at DESC, id DESC LIMIT "
            + Page.MOST,
        row -> new ListingId(row.getLong(1)),
        business.value());
  }

  /** How many published listings there are in each governorate that has any. */
  public Map<Governorate, Long> places() {
    return searchQuery.places();
  }

  private Map<ListingId, ListingFacts> read(String where, Object... values) {
    Map<ListingId, ListingFacts> all = new LinkedHashMap<>();
    sql.list(FACTS + where, row -> collect(row, all), values);
    return all;
  }

  private static ListingFacts collect(ResultSet row, Map<ListingId, ListingFacts> all)
      throws SQLException {
    ListingId id = new ListingId(row.getLong("id"));
    ListingFacts before = all.get(id);
    Map<Lang, String> titles = new EnumMap<>(Lang.class);
    Lang original = null;
    if (before != null) {
      titles.putAll(before.titles());
      original = before.original();
    }
    String lang = row.getString("lang");
    if (lang != null && row.getString("title") != null) {
      titles.put(Lang.valueOf(lang), row.getString("title"));
    }
    if (lang != null && row.getBoolean("original")) {
      original = Lang.valueOf(lang);
    }
    ListingFacts facts = read(row, id, titles, original);
    all.put(id, facts);
    return facts;
  }

  private static ListingFacts read(
      ResultSet row, ListingId id, Map<Lang, String> titles, Lang original) throws SQLException {
    Currency currency = constant(Currency.class, row.getString("currency"));
    return new ListingFacts(
        id,
        ListingState.valueOf(row.getString("state")),
        new PartyId(row.getLong("owner_id")),
        new BusinessId(row.getLong("business_id")),
        row.getString("name"),
        titles,
        original,
        constant(FundingModel.class, row.getString("model")),
        currency,
        money(row, "goal_minor", currency),
        money(row, "minimum_minor", currency),
        money(row, row.getObject("cap_minor") == null ? "goal_minor" : "cap_minor", currency),
        row.getObject("fee_basis_points", Integer.class),
        constant(Sector.class, row.getString("sector")),
        constant(Governorate.class, row.getString("governorate")),
        Sql.instant(row, "published_at"),
        Sql.instant(row, "opens_at"),
        Sql.instant(row, "deadline"),
        Sql.instant(row, "collecting_until"),
        Sql.instant(row, "ended_at"),
        row.getString("suspension_reason"));
  }

  static Money money(ResultSet row, String column, Currency currency) throws SQLException {
    long minor = row.getLong(column);
    return row.wasNull() || currency == null ? null : Money.minor(minor, currency);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
