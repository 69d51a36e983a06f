package wasl.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one user reaches the database. */
public record DatabaseAccess(String url, String user, String password) {

  /**
   * For a database on this machine. Statements are prepared once for each connection, several
   * inserts travel together, the session's state is not asked for again and again, and all times
   * are UTC. {@code fallbackToSystemKeyStore} breaks connections inside Payara.
   */
  static final String TUNED =
      "cachePrepStmts=true&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096"
          + "&useLocalSessionState=true&rewriteBatchedStatements=true&cacheServerConfiguration=true"
          + "&connectionTimeZone=UTC&connectionCollation=utf8mb4_unicode_ci"
          + "&fallbackToSystemKeyStore=false&sslMode=DISABLED";

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
