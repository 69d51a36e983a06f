package wasl.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes many listings with ten pledges each out of the demo's own, by copying their rows in the
 * database: governorates and sectors are spread, everything else is as the use cases wrote it. Only
 * the bytes of pictures are not copied. A copy's ids are its original's, moved back in time, so
 * that the background's cursors take them for settled.
 */
final class Filling {

  private static final int PORTION = 1_000;

  /** Ten minutes of an id's clock for each copy: longer than the making of all originals takes. */
  private static final String EARLIER = "%s - c.n * 600000 * 4194304";

  private static final String GOVERNORATE = "ELT(1 + c.n % 6, 'BA', 'BG', 'NI', 'AR', 'SU', 'NA')";
  private static final String SECTOR = "ELT(1 + c.n DIV 7 % 5, 'A', 'C', 'G', 'I', 'J')";

  private static final Map<String, String> OF_LISTING = Map.of("listing_id", EARLIER);

  private final Connection connection;

  Filling(Connection connection) {
    this.connection = connection;
  }

  /** Fills up to so many published listings and has the optimizer's statistics made anew. */
  void upTo(int listings) throws SQLException {
    execute("USE wasl");
    execute(
        "CREATE TEMPORARY TABLE bench_original AS SELECT listing_id AS listing, state,"
            + " ROW_NUMBER() OVER (ORDER BY listing_id) AS position FROM listing_search"
            + " WHERE state IN ('LIVE', 'FUNDED', 'UNFUNDED')"
            // the copies of an earlier filling are older than all of them
            + " AND listing_id > (SELECT MAX(listing_id) FROM listing_search) - 600000 * 4194304");
    execute(
        "CREATE TEMPORARY TABLE bench_pledge AS SELECT p.id, ROW_NUMBER() OVER (ORDER BY p.id) AS k"
            + " FROM pledge p ORDER BY p.id LIMIT 10");
    execute(
        "CREATE TEMPORARY TABLE bench_copy (n INT PRIMARY KEY, original BIGINT, state VARCHAR(20),"
            + " KEY (original))");
    long originals = number("SELECT COUNT(*) FROM bench_original");
    long first = number("SELECT COUNT(*) FROM listing_search") + 1;
    for (long from = first; from <= listings; from += PORTION) {
      portion(from, Math.min(listings, from + PORTION - 1), originals);
    }
    for (var table :
        List.of(
            "listing",
            "listing_business",
            "listing_words",
            "listing_search",
            "vetting_case",
            "pledge",
            "pledge_movement",
            "pledge_total")) {
      execute("ANALYZE TABLE " + table);
    }
    connection.commit();
  }

  private void portion(long from, long to, long originals) throws SQLException {
    execute("DELETE FROM bench_copy");
    execute(
        "INSERT INTO bench_copy (n, original, state) SELECT s.seq, o.listing, o.state FROM seq_"
            + from
            + "_to_"
            + to
            + " s JOIN bench_original o ON o.position = 1 + s.seq % "
            + originals);
    listing();
    vetting();
    pledges();
    execute(
        "INSERT INTO listing_count_tail (id, state, sector, governorate, model, n)"
            + " SELECT s.listing_id, s.state, s.sector, s.governorate, s.model, 1"
            + " FROM bench_copy c JOIN listing_search s ON s.listing_id = "
            + EARLIER.formatted("c.original"));
    connection.commit();
  }

  private void listing() throws SQLException {
    String ofBusiness =
        "JOIN listing l ON l.business_id = t.id JOIN bench_copy c ON c.original = l.id";
    String ofListing = "JOIN bench_copy c ON c.original = t.listing_id";
    copy(
        "listing",
        "JOIN bench_copy c ON c.original = t.id",
        Map.of("id", EARLIER, "business_id", EARLIER));
    copy(
        "listing_business",
        ofBusiness,
        Map.of("id", EARLIER, "governorate", GOVERNORATE, "sector", SECTOR));
    for (var table : List.of("words", "section", "extras", "budget_line", "milestone", "risk")) {
      copy("listing_" + table, ofListing, OF_LISTING);
    }
    for (var table : List.of("media", "condition")) {
      copy("listing_" + table, ofListing, Map.of("id", EARLIER, "listing_id", EARLIER));
    }
    copy(
        "listing_search",
        ofListing,
        Map.of(
            "listing_id",
            EARLIER,
            "governorate",
            GOVERNORATE,
            "sector",
            SECTOR,
            "live_key",
            "%s + c.n",
            "newest_key",
            "%s + c.n",
            "ending_key",
            "%s + c.n"));
  }

  private void vetting() throws SQLException {
    String ofCase =
        "JOIN vetting_case v ON v.id = t.case_id JOIN bench_copy c ON c.original = v.listing_id";
    copy(
        "vetting_case",
        "JOIN bench_copy c ON c.original = t.listing_id",
        Map.of("id", EARLIER, "listing_id", EARLIER));
    for (var table : List.of("declaration", "proposal", "step")) {
      copy("vetting_" + table, ofCase, Map.of("id", EARLIER, "case_id", EARLIER));
    }
    copy("vetting_decision", ofCase, Map.of("case_id", EARLIER, "proposal_id", EARLIER));
    for (var table : List.of("answer", "score")) {
      copy("vetting_" + table, ofCase, Map.of("case_id", EARLIER));
    }
    copy(
        "vetting_condition",
        "JOIN vetting_proposal q ON q.id = t.proposal_id JOIN vetting_case v ON v.id = q.case_id"
            + " JOIN bench_copy c ON c.original = v.listing_id",
        Map.of("id", EARLIER, "proposal_id", EARLIER));
  }

  /** The same ten pledges for each, firm, collected or released as the listing's state wants it. */
  private void pledges() throws SQLException {
    String ten = "JOIN bench_pledge b ON b.id = t.%s CROSS JOIN bench_copy c";
    String listing = EARLIER.formatted("c.original");
    String state =
        "CASE c.state WHEN 'LIVE' THEN 'FIRM' WHEN 'FUNDED' THEN 'COLLECTED' ELSE 'RELEASED' END";
    copy(
        "pledge",
        ten.formatted("id"),
        Map.of("id", EARLIER, "listing", listing, "state", state, "due_at", "NULL"));
    execute(
        "INSERT INTO pledge_movement (id, listing, pledge, state, at, started_minor, pledged_minor,"
            + " firm_minor, collected_minor) SELECT p.id, p.listing, p.id, p.state, p.placed_at, 0,"
            + " IF(p.state = 'FIRM', p.amount_minor, 0), IF(p.state = 'FIRM', p.amount_minor, 0),"
            + " IF(p.state = 'COLLECTED', p.amount_minor, 0)"
            + " FROM bench_copy c JOIN pledge p ON p.listing = "
            + listing);
    execute(
        "INSERT INTO pledge_total (listing, started_minor, pledged_minor, firm_minor,"
            + " collected_minor) SELECT m.listing, 0, SUM(m.pledged_minor), SUM(m.firm_minor),"
            + " SUM(m.collected_minor) FROM bench_copy c JOIN pledge_movement m ON m.listing = "
            + listing
            + " GROUP BY m.listing");
  }

  /**
   * Copies the rows of a table once for each copy of their listing.
   *
   * @param join from the table {@code t} to the copies {@code c}
   * @param changed expressions for columns that do not stay, with {@code %s} for the original value
   */
  private void copy(String table, String join, Map<String, String> changed) throws SQLException {
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = 'wasl'"
                    + " AND table_name = '"
                    + table
                    + "' ORDER BY ordinal_position")) {
      while (rows.next()) {
        String column = rows.getString(1);
        columns.add("`" + column + "`");
        values.add(changed.getOrDefault(column, "%s").replace("%s", "t.`" + column + "`"));
      }
    }
    execute(
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") SELECT "
            + String.join(", ", values)
            + " FROM "
            + table
            + " t "
            + join);
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
