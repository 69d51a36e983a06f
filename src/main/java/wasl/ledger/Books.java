package wasl.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;
import wasl.shared.Sql;

/** Opens the books at one instant, for verifying and exporting. */
@ApplicationScoped
public class Books {

  @Resource(lookup = "java:app/jdbc/wasl")
  private DataSource database;

  /** Does the work with a snapshot; call it outside a transaction. */
  public <T> T at(Function<Snapshot, T> work) {
    try (Connection connection = database.getConnection()) {
      int usual = connection.getTransactionIsolation();
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try (Statement start = connection.createStatement()) {
        start.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        return work.apply(new Snapshot(connection));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(usual);
      }
    } catch (SQLException failed) {
      throw Sql.fault(failed);
    }
  }
}
