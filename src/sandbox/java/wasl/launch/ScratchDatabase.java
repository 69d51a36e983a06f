package wasl.launch;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A new, empty database on a server that is there already, for tests: with users of its own, named
 * so that several test runs share a server.
 */
final class ScratchDatabase implements Database {

  private final DatabaseAccess administrator;
  private final DatabaseAccess migration;
  private final DatabaseAccess application;

  private ScratchDatabase(
      DatabaseAccess administrator, DatabaseAccess migration, DatabaseAccess application) {
    this.administrator = administrator;
    this.migration = migration;
    this.application = application;
  }

  /**
   * Makes it.
   *
   * @param administrator a JDBC address with {@code user} and {@code password} of somebody who may
   *     make databases and users
   */
  static ScratchDatabase on(String administrator) {
    var name = "wasl_" + Long.toString(System.nanoTime(), 36);
    var query = administrator.indexOf('?');
    var server = query < 0 ? administrator : administrator.substring(0, query);
    var url = server.replaceFirst("^(jdbc:[a-z]+://[^/]+).*$", "$1/") + name;
    var scratch =
        new ScratchDatabase(
            new DatabaseAccess(administrator, null, null),
            new DatabaseAccess(url, name + "_m", Secrets.fresh()).tuned(),
            new DatabaseAccess(url, name + "_a", Secrets.fresh()).tuned());
    try (var connection = DriverManager.getConnection(administrator);
        var statement = connection.createStatement()) {
      for (var sql :
          List.of(
              "CREATE DATABASE " + name,
              user(scratch.migration),
              user(scratch.application),
              "GRANT ALL ON " + name + ".* TO '" + name + "_m'@'%' WITH GRANT OPTION")) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new LaunchRefused(
          "No database for tests can be made on " + server + ": " + e.getMessage() + ".",
          "Give an administrator: jdbc:mysql://127.0.0.1:3306/?user=root&password=…",
          e);
    }
    new DatabaseChecks(scratch.migration).check();
    return scratch;
  }

  private static String user(DatabaseAccess access) {
    return "CREATE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(access.user(), access.password());
  }

  @Override
  public DatabaseAccess administrator() {
    return administrator;
  }

  @Override
  public DatabaseAccess migration() {
    return migration;
  }

  @Override
  public DatabaseAccess application() {
    return application;
  }
}
