package wasl.launch;

import java.sql.Connection;
import java.sql.SQLException;

/** What an external database must be and have before Wasl touches it. */
final class DatabaseChecks {

  private final DatabaseAccess migration;

  DatabaseChecks(DatabaseAccess migration) {
    this.migration = migration;
  }

  /**
   * Says what the server is.
   *
   * @throws LaunchRefused if it cannot be reached or will not do
   */
  String check() {
    try (var connection = migration.connect()) {
      var version = text(connection, "SELECT VERSION()");
      demandVersion(version);
      demandTriggers(connection);
      return version;
    } catch (SQLException e) {
      throw new LaunchRefused(
          "The database does not let the migration user in (" + migration + "): " + e.getMessage(),
          "Check WASL_DB_URL, WASL_DB_MIGRATION_USER and its password; docs/operations.md has the"
              + " SQL that makes the users.",
          e);
    }
  }

  static void demandVersion(String version) {
    var maria = version.contains("MariaDB");
    var numbers = version.replaceFirst("^5\\.5\\.5-", "").split("[^0-9]+", 3);
    int number = Integer.parseInt(numbers[0]) * 100 + Integer.parseInt(numbers[1]);
    if (number < (maria ? 10_11 : 8_04)) {
      throw new LaunchRefused(
          "The database is too old: " + version + ".",
          "Wasl needs MySQL 8.4 or newer, or MariaDB 10.11 or newer.");
    }
  }

  /** With a binary log on, a user without SUPER may make triggers only if the server says so. */
  private static void demandTriggers(Connection connection) throws SQLException {
    var logs = text(connection, "SELECT @@log_bin").equals("1");
    var trusts = text(connection, "SELECT @@log_bin_trust_function_creators").equals("1");
    if (logs && !trusts && !isSuper(connection)) {
      throw new LaunchRefused(
          "The database writes a binary log and does not let the migration user make triggers,"
              + " which guard the ledger.",
          "As its administrator: SET GLOBAL log_bin_trust_function_creators = 1; and the same in"
              + " its configuration file (MySQL: SET PERSIST does both).");
    }
  }

  private static boolean isSuper(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW GRANTS")) {
      while (rows.next()) {
        var grant = rows.getString(1);
        if (grant.contains(" ON *.* ")
            && (grant.contains("SUPER") || grant.contains("ALL PRIVILEGES"))) {
          return true;
        }
      }
      return false;
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
