package wasl.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the schema to the newest version with the migration user, then gives the application's
 * user its rights table by table.
 */
final class Schema {

  private final DatabaseAccess migration;
  private final DatabaseAccess application;
  private final String anotherVersion;

  /**
   * @param anotherVersion what to do where the schema is not of this version
   */
  Schema(DatabaseAccess migration, DatabaseAccess application, String anotherVersion) {
    this.migration = migration;
    this.application = application;
    this.anotherVersion = anotherVersion;
  }

  /**
   * @param locations where the migrations lie on the class path
   * @return how many migrations were new
   */
  int migrate(List<String> locations) {
    var present =
        locations.stream()
            .filter(it -> Schema.class.getClassLoader().getResource(it) != null)
            .map(it -> "classpath:" + it)
            .toArray(String[]::new);
    if (present.length == 0) {
      return 0;
    }
    try {
      var flyway =
          Flyway.configure()
              .dataSource(migration.url(), migration.user(), migration.password())
              .locations(present)
              // migrations of features that were built side by side arrive in any order
              .outOfOrder(true)
              .load();
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw new LaunchRefused(
          "The database's schema cannot be brought to this version: " + firstLine(e),
          anotherVersion,
          e);
    }
  }

  private static String firstLine(Exception e) {
    return e.getMessage().strip().lines().limit(8).reduce((a, b) -> a + "\n    " + b).orElse("");
  }

  /** Every table gets the rights that {@link Grants} names; nothing else is left to the user. */
  void grant() {
    try (var owner = migration.connect()) {
      var account = account();
      for (var table : tables(owner)) {
        var rights = Grants.on(table);
        execute(
            owner,
            "GRANT "
                + String.join(", ", rights)
                + " ON `"
                + migration.database()
                + "`.`"
                + table
                + "` TO "
                + account);
      }
      for (var surplus : Grants.surplus(held(), migration.database())) {
        execute(owner, surplus.revoke(account));
      }
    } catch (SQLException e) {
      throw new LaunchRefused(
          "The rights of the application's user cannot be set: " + e.getMessage() + ".",
          "Give the migration user its rights WITH GRANT OPTION: see docs/operations.md.",
          e);
    }
  }

  /** As the server knows the application's user: name and host. */
  private String account() throws SQLException {
    try (var connection = application.withoutDatabase().connect();
        var rows = connection.createStatement().executeQuery("SELECT CURRENT_USER()")) {
      rows.next();
      var name = rows.getString(1);
      var at = name.lastIndexOf('@');
      return "'" + name.substring(0, at) + "'@'" + name.substring(at + 1) + "'";
    }
  }

  private List<String> held() throws SQLException {
    try (var connection = application.withoutDatabase().connect();
        var rows = connection.createStatement().executeQuery("SHOW GRANTS")) {
      var held = new ArrayList<String>();
      while (rows.next()) {
        held.add(rows.getString(1));
      }
      return held;
    }
  }

  private static List<String> tables(Connection owner) throws SQLException {
    try (var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() ORDER BY table_name")) {
      var tables = new ArrayList<String>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
