package wasl.launch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the application's database user may do: read and write, but what the ledger has recorded it
 * can neither change nor remove, and it never changes the schema. So even a fault in the
 * application, or somebody who has taken it over, cannot rewrite the books.
 */
final class Grants {

  private static final List<String> READ = List.of("SELECT");
  private static final List<String> APPEND = List.of("SELECT", "INSERT");
  private static final List<String> WRITE = List.of("SELECT", "INSERT", "UPDATE", "DELETE");

  private static final Pattern ON_TABLE =
      Pattern.compile("GRANT (.+) ON [`\"']?([^`\"'.]+)[`\"']?\\.[`\"']?([^`\"' ]+)[`\"']? TO .*");

  private Grants() {}

  /** A right that is held and should not be. */
  record Surplus(String rights, String scope) {
    String revoke(String account) {
      return "REVOKE " + rights + " ON " + scope + " FROM " + account;
    }
  }

  /** The rights on a table. Those of the ledger only grow, but for its roll-ups and locks. */
  static List<String> on(String table) {
    if (table.equals("flyway_schema_history")) {
      return READ;
    }
    var insertOnly =
        table.startsWith("ledger_") && !table.endsWith("_rollup") && !table.endsWith("_lock");
    return insertOnly ? APPEND : WRITE;
  }

  /**
   * What of the rights held goes beyond {@link #on}.
   *
   * @param held the lines of {@code SHOW GRANTS}
   */
  static List<Surplus> surplus(List<String> held, String database) {
    var surplus = new ArrayList<Surplus>();
    for (var line : held) {
      var match = ON_TABLE.matcher(line);
      if (!match.matches()) {
        continue;
      }
      var rights = Arrays.stream(match.group(1).split(",\\s*")).toList();
      var schema = match.group(2);
      var table = match.group(3);
      var wanted = table.equals("*") || !schema.equals(database) ? List.of("USAGE") : on(table);
      var more = rights.stream().filter(it -> !wanted.contains(it)).toList();
      if (!more.isEmpty()) {
        surplus.add(new Surplus(String.join(", ", more), quoted(schema) + "." + quoted(table)));
      }
    }
    return surplus;
  }

  private static String quoted(String name) {
    return name.equals("*") ? "*" : "`" + name + "`";
  }
}
