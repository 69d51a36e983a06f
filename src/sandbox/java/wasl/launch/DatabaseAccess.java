package wasl.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** How one user reaches the database. */
public record DatabaseAccess(String url, String user, String password) {

  /**
   * Statements are prepared once for each connection, several inserts travel together, the
   * session's state is not asked for again and again, nothing is told to a tracer that nobody
   * configured, and all times are UTC. {@code fallbackToSystemKeyStore} breaks connections inside
   * Payara.
   */
  private static final List<String> TUNED =
      List.of(
          "cachePrepStmts=true",
          "prepStmtCacheSize=250",
          "prepStmtCacheSqlLimit=4096",
          "useLocalSessionState=true",
          "rewriteBatchedStatements=true",
          "cacheServerConfiguration=true",
          "openTelemetry=DISABLED",
          "connectionTimeZone=UTC",
          "forceConnectionTimeZoneToSession=true",
          "connectionCollation=utf8mb4_unicode_ci",
          "connectTimeout=10000",
          "fallbackToSystemKeyStore=false");

  /** With every property of the driver that matters here, but what the address says itself. */
  DatabaseAccess tuned() {
    var whole = new StringBuilder(url);
    for (var property : TUNED) {
      if (!url.contains(property.substring(0, property.indexOf('=') + 1))) {
        whole.append(whole.indexOf("?") < 0 ? "?" : "&").append(property);
      }
    }
    return new DatabaseAccess(whole.toString(), user, password);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The same server without naming a database: for a user who may not see any yet. */
  DatabaseAccess withoutDatabase() {
    return new DatabaseAccess(
        url.replaceFirst("^(jdbc:[a-z]+://[^/]+/)[^?]*", "$1"), user, password);
  }

  /** The name of the database in the address. */
  String database() {
    return url.replaceFirst("^jdbc:[a-z]+://[^/]+/([^?]*).*$", "$1");
  }

  @Override
  public String toString() {
    return user + " at " + url.replaceFirst("\\?.*", "");
  }
}
