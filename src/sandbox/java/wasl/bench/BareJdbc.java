package wasl.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wasl.shared.Ids;

/**
 * The yardstick of a use case that writes: the INSERTs that one request really commits, taken from
 * the general log, in the same order and transaction, prepared, into tables made like the real ones
 * in a schema of their own. No batching, READ COMMITTED; whether the log is flushed at each commit
 * is the server's own setting and the same for both sides.
 */
final class BareJdbc {

  private static final String SCHEMA = "wasl_bench";
  private static final Pattern INSERT =
      Pattern.compile("(?is)INSERT\\s+INTO\\s+`?(\\w+)`?\\s*\\(([^)]*)\\)\\s*VALUES\\s*\\((.*)\\)");

  /** A value as the driver writes it into a statement: a string in quotes, or bare. */
  private static final Pattern VALUE =
      Pattern.compile("'((?:[^'\\\\]|\\\\.|'')*)'|([^,'\\s]+)", Pattern.DOTALL);

  /** A statement among several: up to a semicolon that stands in no quotes. */
  private static final Pattern STATEMENT =
      Pattern.compile("(?:'(?:[^'\\\\]|\\\\.|'')*'|[^';]++)++", Pattern.DOTALL);

  /** Less is a count or an amount, more is an id. */
  private static final long LEAST_ID = 1L << 50;

  private final Installation installation;
  private final List<Insert> inserts;
  private final List<Long> listings;
  private final Set<Long> same;

  /** The values of all rows after one another. */
  private record Insert(String table, String columns, List<Object> values) {
    String sql() {
      int width = columns.split(",").length;
      List<String> rows = new ArrayList<>();
      for (int from = 0; from < values.size(); from += width) {
        rows.add(
            values.subList(from, from + width).stream()
                .map(it -> it instanceof Expression given ? given.sql() : "?")
                .collect(Collectors.joining(", ", "(", ")")));
      }
      return "INSERT INTO " + table + " (" + columns + ") VALUES " + String.join(", ", rows);
    }
  }

  /** What the server itself computes. */
  private record Expression(String sql) {}

  private BareJdbc(
      Installation installation, List<Insert> inserts, List<Long> listings, Set<Long> same) {
    this.installation = installation;
    this.inserts = inserts;
    this.listings = listings;
    this.same = same;
  }

  /**
   * Watches one request.
   *
   * @param table one of the tables it writes, by which its transaction is known in the log
   * @param request does it once
   * @param listings ids that stand for one another: each transaction takes another one
   * @param same ids that are the same in all transactions
   */
  static BareJdbc watching(
      Installation installation,
      String table,
      Callable<?> request,
      List<Long> listings,
      Set<Long> same)
      throws Exception {
    try (var connection = installation.administrator();
        var statement = connection.createStatement()) {
      statement.execute("SET GLOBAL log_output = 'TABLE'");
      statement.execute("TRUNCATE mysql.general_log");
      statement.execute("SET GLOBAL general_log = ON");
      try {
        request.call();
      } finally {
        statement.execute("SET GLOBAL general_log = OFF");
      }
      var log = new ArrayList<String>();
      try (var rows =
          statement.executeQuery(
              "SELECT CONVERT(argument USING utf8mb4) FROM mysql.general_log WHERE thread_id ="
                  + " (SELECT thread_id FROM mysql.general_log WHERE argument LIKE '%INSERT INTO "
                  + table
                  + " %' LIMIT 1) AND (argument LIKE '%INSERT%' OR argument IN ('COMMIT', 'ROLLBACK'))"
                  + " ORDER BY event_time")) {
        while (rows.next()) {
          log.addAll(statements(rows.getString(1)));
        }
      }
      var parsed =
          transaction(log, "INSERT INTO " + table + " ").stream().map(BareJdbc::parse).toList();
      statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
      statement.execute("CREATE DATABASE " + SCHEMA);
      for (var name : parsed.stream().map(Insert::table).distinct().toList()) {
        statement.execute("CREATE TABLE " + SCHEMA + "." + name + " LIKE wasl." + name);
      }
      return new BareJdbc(installation, parsed, listings, same);
    }
  }

  /** Those that were sent together, each for itself. */
  private static List<String> statements(String sent) {
    return STATEMENT.matcher(sent).results().map(it -> it.group().strip()).toList();
  }

  /** The INSERTs of the first transaction that has one which begins like this. */
  private static List<String> transaction(List<String> log, String beginning) {
    var inserts = new ArrayList<String>();
    for (var sql : log) {
      if (!ends(sql)) {
        inserts.add(sql);
      } else if (inserts.stream().anyMatch(it -> it.startsWith(beginning))) {
        return inserts;
      } else {
        // the pool gives the same connection to others, before and afterwards
        inserts.clear();
      }
    }
    return inserts;
  }

  private static boolean ends(String sql) {
    return !sql.startsWith("INSERT");
  }

  private static Insert parse(String sql) {
    Matcher insert = INSERT.matcher(sql.strip());
    if (!insert.matches()) {
      throw new IllegalStateException("not understood: " + sql);
    }
    var values = new ArrayList<Object>();
    Matcher value = VALUE.matcher(insert.group(3).replaceAll("\\)\\s*,\\s*\\(", ", "));
    while (value.find()) {
      values.add(value.group(1) != null ? text(value.group(1)) : bare(value.group(2)));
    }
    return new Insert(insert.group(1), insert.group(2), values);
  }

  private static String text(String quoted) {
    return quoted.replace("''", "'").replaceAll("\\\\(.)", "$1");
  }

  private static Object bare(String word) {
    if (word.equalsIgnoreCase("null")) {
      return null;
    }
    return word.matches("-?\\d+") ? Long.valueOf(word) : new Expression(word);
  }

  /** What is inserted: the tables in order. */
  String told() {
    return String.join(", ", inserts.stream().map(Insert::table).toList());
  }

  /** One client's work: a transaction like the one watched, on a connection of its own. */
  Load.Work client() {
    try {
      Connection connection = installation.administrator();
      connection.setCatalog(SCHEMA);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      return () -> {
        commitOnce(connection);
        return true;
      };
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commitOnce(Connection connection) throws SQLException {
    Map<Object, Object> fresh = new HashMap<>();
    for (var insert : inserts) {
      try (PreparedStatement statement = connection.prepareStatement(insert.sql())) {
        int parameter = 0;
        for (var value : insert.values()) {
          if (!(value instanceof Expression)) {
            statement.setObject(++parameter, instead(value, fresh));
          }
        }
        statement.executeUpdate();
      }
    }
    connection.commit();
  }

  /** Ids and keys anew for each transaction, but the same for the same one within it. */
  private Object instead(Object value, Map<Object, Object> fresh) {
    if (value instanceof Long id && id >= LEAST_ID && !same.contains(id)) {
      return fresh.computeIfAbsent(
          id,
          old ->
              listings.contains(id)
                  ? listings.get((int) (Ids.next() >>> 2 & 0xffff) % listings.size())
                  : (Object) Ids.next());
    }
    if (value instanceof String text && text.startsWith(PledgeRatio.KEY)) {
      return fresh.computeIfAbsent(text, old -> PledgeRatio.KEY + Ids.next());
    }
    return value;
  }
}
