package wasl.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * What is asked about pledges. A listing's totals are the roll-up plus the movements after its
 * cursor, read in one statement: exact and visible at once, without a row that everybody updates.
 *
 * <p>Longer than others because totals and pledges read the same tables in the same way.
 */
@ApplicationScoped
public class PledgeQueries {

  private static final String COLUMNS =
      "SELECT id, listing, investor, state, amount_minor, tip_minor, currency, public_name, country,"
          + " mandate, pay_secret, placed_at, confirmed_at, reflecting_until, ended_at FROM pledge";

  private static final String WITH_STAKE =
      PledgeState.WITH_STAKE.stream()
          .map(state -> "'" + state + "'")
          .collect(Collectors.joining(", "));

  private static final String AFTER_CURSOR =
      " AND id > (SELECT upto FROM pledge_cursor WHERE name = 'TOTALS')";

  /** A listing's pledged, firm and collected sums and its investors, in rows to be added up. */
  private static final String SUMS =
      "SELECT pledged_minor, firm_minor, collected_minor, 0, 0 FROM pledge_total WHERE listing = ?"
          + " UNION ALL SELECT SUM(pledged_minor), SUM(firm_minor), SUM(collected_minor), 0, 0"
          + " FROM pledge_movement WHERE listing = ?"
          + AFTER_CURSOR
          + " UNION ALL SELECT 0, 0, 0, COUNT(DISTINCT investor), 0 FROM pledge WHERE listing = ?"
          + " AND state IN ("
          + WITH_STAKE
          + ")";

  @Inject private Sql sql;
  @Inject private ListingQueries listings;

  /** What the cap of a listing counts now: pledged, and started ones that wait for a card. */
  long heldMinor(ListingId listing) {
    return sql.number(
        "SELECT COALESCE((SELECT started_minor + pledged_minor FROM pledge_total"
            + " WHERE listing = ?), 0) + COALESCE((SELECT SUM(started_minor + pledged_minor)"
            + " FROM pledge_movement WHERE listing = ?"
            + AFTER_CURSOR
            + "), 0)",
        listing.value(),
        listing.value());
  }

  /**
   * What the cap counts of the movements up to one, in minor units.
   *
   * @param upto the last movement's id, after the cursor of the roll-up
   */
  record HeldSum(long upto, long minor) {}

  /** What the cap of a listing counts of its movements up to this one. */
  HeldSum heldSum(ListingId listing, long upto) {
    return new HeldSum(
        upto,
        sql.number(
            "SELECT COALESCE((SELECT started_minor + pledged_minor FROM pledge_total"
                + " WHERE listing = ?), 0) + COALESCE((SELECT SUM(started_minor + pledged_minor)"
                + " FROM pledge_movement WHERE listing = ? AND id <= ?"
                + AFTER_CURSOR
                + "), 0)",
            listing.value(),
            listing.value(),
            upto));
  }

  /** The same sum up to a later movement: only those between are read. */
  HeldSum heldSum(ListingId listing, HeldSum before, long upto) {
    return new HeldSum(
        upto,
        before.minor()
            + sql.number(
                "SELECT COALESCE(SUM(started_minor + pledged_minor), 0) FROM pledge_movement"
                    + " WHERE listing = ? AND id > ? AND id <= ?",
                listing.value(),
                before.upto(),
                upto));
  }

  /** What the cap of a listing counts of its movements after this one, in minor units. */
  long heldAfter(ListingId listing, long upto) {
    return sql.number(
        "SELECT COALESCE(SUM(started_minor + pledged_minor), 0) FROM pledge_movement"
            + " WHERE listing = ? AND id > ?",
        listing.value(),
        upto);
  }

  /** What the cap of a listing would count now if nothing had been placed after this pledge. */
  long heldMinorUpTo(PledgeId pledge, ListingId listing) {
    return sql.number(
        "SELECT COALESCE(SUM(amount_minor), 0) FROM pledge WHERE listing = ? AND id <= ?"
            + " AND state NOT IN ('EXPIRED', 'CANCELLED', 'RELEASED')",
        listing.value(),
        pledge.value());
  }

  /** The totals of several listings, in one query; listings without pledges have zeros. */
  public Map<ListingId, PledgeTotals> totals(Map<ListingId, Currency> listings) {
    Map<ListingId, PledgeTotals> all = new LinkedHashMap<>();
    listings.forEach((id, currency) -> all.put(id, none(currency)));
    if (listings.isEmpty()) {
      return all;
    }
    String in = marks(listings.size());
    sql.list(
        "SELECT listing, SUM(pledged_minor), SUM(firm_minor), SUM(collected_minor), SUM(investors)"
            + " FROM (SELECT listing, pledged_minor, firm_minor, collected_minor, 0 AS investors"
            + " FROM pledge_total WHERE listing IN ("
            + in
            + ") UNION ALL SELECT listing, pledged_minor, firm_minor, collected_minor, 0"
            + " FROM pledge_movement WHERE listing IN ("
            + in
            + ")"
            + AFTER_CURSOR
            + " UNION ALL SELECT listing, 0, 0, 0, COUNT(DISTINCT investor) FROM pledge"
            + " WHERE listing IN ("
            + in
            + ") AND state IN ("
            + WITH_STAKE
            + ") GROUP BY listing) parts GROUP BY listing",
        row -> {
          ListingId id = new ListingId(row.getLong(1));
          Currency currency = listings.get(id);
          return all.put(
              id,
              new PledgeTotals(
                  Money.minor(row.getLong(2), currency),
                  Money.minor(row.getLong(3), currency),
                  Money.minor(row.getLong(4), currency),
                  row.getInt(5)));
        },
        thrice(listings.keySet()));
    return all;
  }

  /** The totals of several listings. */
  public Map<ListingId, PledgeTotals> totals(Collection<ListingId> ids) {
    Map<ListingId, Currency> currencies = new LinkedHashMap<>();
    listings.facts(ids).forEach((id, facts) -> currencies.put(id, currencyOf(facts)));
    return totals(currencies);
  }

  /** The totals of a listing whose facts are known: each part is one row, added up here. */
  public PledgeTotals totals(ListingFacts listing) {
    long id = listing.id().value();
    long[] sums = new long[5];
    sql.list(SUMS, row -> add(row, sums), id, id, id);
    return totals(sums, currencyOf(listing));
  }

  /**
   * A listing as visitors ask for it again and again.
   *
   * @param whole what its owner wrote
   */
  public record Shown(ListingQueries.Whole whole, PledgeTotals totals) {}

  /**
   * A listing with its totals: its version is read with them, and the rest only where that is
   * another one.
   *
   * @throws Refused {@link wasl.listing.ListingRefused.NotFound}
   */
  public Shown shown(ListingId listing) {
    long id = listing.value();
    long[] sums = new long[5];
    sql.list(
        SUMS + " UNION ALL SELECT 0, 0, 0, 0, version FROM listing WHERE id = ?",
        row -> add(row, sums),
        id,
        id,
        id,
        id);
    ListingQueries.Whole whole = listings.shown(listing, sums[4]);
    return new Shown(whole, totals(sums, currencyOf(whole.facts())));
  }

  private static PledgeTotals totals(long[] sums, Currency currency) {
    return new PledgeTotals(
        Money.minor(sums[0], currency),
        Money.minor(sums[1], currency),
        Money.minor(sums[2], currency),
        Math.toIntExact(sums[3]));
  }

  private static long[] add(ResultSet row, long[] sums) throws SQLException {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(sums[i], row.getLong(i + 1));
    }
    return sums;
  }

  /** The totals of one listing. */
  public PledgeTotals totals(ListingId listing) {
    return totals(List.of(listing)).getOrDefault(listing, none(Currency.USD));
  }

  /** What is promised to all open listings together, a sum for each currency that has any. */
  public List<Money> promised() {
    return sql.list(
        "SELECT currency, SUM(minor) FROM (SELECT l.currency, t.pledged_minor AS minor"
            + " FROM listing l JOIN pledge_total t ON t.listing = l.id WHERE l.state = 'LIVE'"
            + " UNION ALL SELECT l.currency, m.pledged_minor FROM pledge_movement m"
            + " JOIN listing l ON l.id = m.listing WHERE l.state = 'LIVE' AND m.id >"
            + " (SELECT upto FROM pledge_cursor WHERE name = 'TOTALS')) parts"
            + " GROUP BY currency HAVING SUM(minor) > 0 ORDER BY SUM(minor) DESC",
        row -> Money.minor(row.getLong(2), Currency.valueOf(row.getString(1))));
  }

  private static Currency currencyOf(ListingFacts facts) {
    return facts.currency() == null ? Currency.USD : facts.currency();
  }

  private static PledgeTotals none(Currency currency) {
    Money zero = Money.zero(currency);
    return new PledgeTotals(zero, zero, zero, 0);
  }

  /** An investor's pledges, newest first. */
  public Page<PledgeView> mine(PartyId investor, Page.Wish wish) {
    long total = sql.number("SELECT COUNT(*) FROM pledge WHERE investor = ?", investor.value());
    List<Row> rows =
        sql.list(
            COLUMNS + " WHERE investor = ? ORDER BY id DESC LIMIT ? OFFSET ?",
            PledgeQueries::row,
            investor.value(),
            wish.size(),
            wish.offset());
    return new Page<>(views(rows), wish.page(), wish.size(), total);
  }

  /** An investor's newest pledges, at most 100. */
  public List<PledgeView> mine(PartyId investor) {
    return mine(investor, new Page.Wish(0, Page.MOST)).items();
  }

  /**
   * An investor's own pledge.
   *
   * @throws Refused {@link PledgeRefused.NotFound}, also for somebody else's
   */
  public PledgeView own(PledgeId id, PartyId investor) {
    return find(id)
        .filter(pledge -> pledge.investor().equals(investor))
        .orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
  }

  /**
   * The pledge that an address of payment names.
   *
   * @throws Refused {@link PledgeRefused.NotFound}
   */
  public PledgeView opened(String token) {
    return PayToken.parse(token)
        .flatMap(parsed -> find(parsed.pledge()).filter(pledge -> pledge.payToken().equals(token)))
        .orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
  }

  /** A pledge, whoever's it is. */
  public Optional<PledgeView> find(PledgeId id) {
    return views(sql.list(COLUMNS + " WHERE id = ?", PledgeQueries::row, id.value())).stream()
        .findFirst();
  }

  /** Several pledges; unknown ids are left out. */
  public Map<PledgeId, PledgeView> find(Collection<PledgeId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Object[] values = ids.stream().map(PledgeId::value).toArray();
    return views(
            sql.list(
                COLUMNS + " WHERE id IN (" + marks(ids.size()) + ")", PledgeQueries::row, values))
        .stream()
        .collect(Collectors.toMap(PledgeView::id, view -> view));
  }

  /** The newest pledges of several people together. */
  public List<PledgeView> of(Collection<PartyId> investors, int most) {
    if (investors.isEmpty()) {
      return List.of();
    }
    List<Object> arguments = new java.util.ArrayList<>();
    investors.forEach(investor -> arguments.add(investor.value()));
    arguments.add(most);
    return views(
        sql.list(
            COLUMNS
                + " WHERE investor IN ("
                + marks(investors.size())
                + ") ORDER BY id DESC LIMIT ?",
            PledgeQueries::row,
            arguments.toArray()));
  }

  /** The mandate that was accepted; nothing for a pledge of before its words were kept. */
  public Optional<AcceptedMandate> mandate(PledgeId id) {
    return sql.one(
        "SELECT m.version, m.lang, m.hash, m.text FROM pledge p"
            + " JOIN pledge_mandate m ON m.hash = p.mandate_hash WHERE p.id = ?",
        row ->
            new AcceptedMandate(
                row.getString("version"),
                Lang.valueOf(row.getString("lang")),
                row.getString("hash"),
                row.getString("text")),
        id.value());
  }

  /** The steps of a pledge, oldest first. */
  public List<PledgeStep> steps(PledgeId id) {
    return sql.list(
        "SELECT state, at FROM pledge_movement WHERE pledge = ? ORDER BY at, id",
        row -> new PledgeStep(PledgeState.valueOf(row.getString(1)), Sql.instant(row, "at")),
        id.value());
  }

  /** How many pledges of a listing are in each state, and their amounts. */
  public Map<PledgeState, Count> countsOf(ListingId listing) {
    Map<PledgeState, Count> counts = new HashMap<>();
    sql.list(
        "SELECT state, currency, COUNT(*), SUM(amount_minor - refunded_minor) FROM pledge WHERE listing = ?"
            + " GROUP BY state, currency",
        row ->
            counts.put(
                PledgeState.valueOf(row.getString(1)),
                new Count(
                    row.getInt(3),
                    Money.minor(row.getLong(4), Currency.valueOf(row.getString(2))))),
        listing.value());
    return counts;
  }

  /** So many pledges of so much together. */
  public record Count(int pledges, Money amount) {}

  /** The people who have a stake in a listing. */
  public List<PartyId> investors(ListingId listing) {
    return sql.list(
        "SELECT DISTINCT investor FROM pledge WHERE listing = ? AND state IN (" + WITH_STAKE + ")",
        row -> new PartyId(row.getLong(1)),
        listing.value());
  }

  /** Whether somebody is one of {@link #investors}. */
  public boolean invests(PartyId person, ListingId listing) {
    return sql.number(
            "SELECT COUNT(*) FROM pledge WHERE listing = ? AND investor = ? AND state IN ("
                + WITH_STAKE
                + ")",
            listing.value(),
            person.value())
        > 0;
  }

  private record Row(PledgeView view, ListingId listing) {}

  private static Row row(ResultSet row) throws SQLException {
    Currency currency = Currency.valueOf(row.getString("currency"));
    PledgeId id = new PledgeId(row.getLong("id"));
    PledgeView view =
        new PledgeView(
            id,
            null,
            new PartyId(row.getLong("investor")),
            PledgeState.valueOf(row.getString("state")),
            Money.minor(row.getLong("amount_minor"), currency),
            Money.minor(row.getLong("tip_minor"), currency),
            row.getBoolean("public_name"),
            row.getString("country"),
            row.getString("mandate"),
            PayToken.of(id, row.getString("pay_secret")).toString(),
            Sql.instant(row, "placed_at"),
            Sql.instant(row, "confirmed_at"),
            Sql.instant(row, "reflecting_until"),
            Sql.instant(row, "ended_at"));
    return new Row(view, new ListingId(row.getLong("listing")));
  }

  private List<PledgeView> views(List<Row> rows) {
    Map<ListingId, ListingFacts> facts =
        listings.facts(rows.stream().map(Row::listing).distinct().toList());
    return rows.stream().map(row -> row.view().with(facts.get(row.listing()))).toList();
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  private static Object[] thrice(Collection<ListingId> ids) {
    List<Object> values = new java.util.ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.forEach(id -> values.add(id.value()));
    }
    return values.toArray();
  }
}
