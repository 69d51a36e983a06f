package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** What is asked about listings. */
@ApplicationScoped
public class ListingQueries {

  private static final String FACTS =
      "SELECT l.id, l.state, l.owner_id, l.business_id, b.name, l.model, l.currency, l.goal_minor,"
          + " l.minimum_minor, l.cap_minor, l.fee_basis_points, b.sector, b.governorate,"
          + " l.opens_at, l.deadline, l.collecting_until, w.lang, w.title, w.original"
          + " FROM listing l JOIN listing_business b ON b.id = l.business_id"
          + " LEFT JOIN listing_words w ON w.listing_id = l.id";

  @Inject private Sql sql;

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

  /** The same for several listings, in one query; unknown ids are left out. */
  public Map<ListingId, ListingFacts> facts(Collection<ListingId> ids) {
    Map<ListingId, ListingFacts> all = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      String marks = ids.stream().map(id -> "?").collect(Collectors.joining(", "));
      Object[] values = ids.stream().map(ListingId::value).toArray();
      sql.list(FACTS + " WHERE l.id IN (" + marks + ")", row -> collect(row, all), values);
    }
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
        Sql.instant(row, "opens_at"),
        Sql.instant(row, "deadline"),
        Sql.instant(row, "collecting_until"));
  }

  static Money money(ResultSet row, String column, Currency currency) throws SQLException {
    long minor = row.getLong(column);
    return row.wasNull() || currency == null ? null : Money.minor(minor, currency);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
