package wasl.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A transaction whose every statement is known before the first is sent: beginning, changes and
 * commit travel to the database together. A transaction of its own, whatever is open around it.
 *
 * <p>Only connections of this class may carry several statements at once ({@code
 * allowMultiQueries}), so that no other statement can be made to carry a second one.
 */
@ApplicationScoped
public class OneTrip {

  private static final Logger LOG = Logger.getLogger(OneTrip.class.getName());

  @Resource(lookup = "java:app/jdbc/wasl-one-trip")
  private DataSource database;

  /**
   * Makes all changes or none.
   *
   * @throws Sql.DatabaseFault of the first that failed; where the connection broke, whether they
   *     were committed is unknown, as with any other transaction
   */
  public void commit(List<Sql.Change> changes) {
    try (Connection connection = database.getConnection()) {
      boolean committed = false;
      try {
        send(connection, changes);
        committed = true;
      } finally {
        if (!committed) {
          rollBack(connection);
        }
      }
    } catch (SQLException failed) {
      throw Sql.fault(failed);
    }
  }

  private static void send(Connection connection, List<Sql.Change> changes) throws SQLException {
    String all =
        changes.stream()
            .map(Sql.Change::sql)
            .collect(Collectors.joining("; ", "START TRANSACTION; ", "; COMMIT"));
    try (PreparedStatement statement = connection.prepareStatement(all)) {
      int bound = 0;
      for (Sql.Change change : changes) {
        Sql.bind(statement, bound, change.arguments());
        bound += change.arguments().length;
      }
      // the driver reads every statement's result before it returns, and throws the first fault
      statement.execute();
    }
  }

  /** Nobody is given a connection in which something is open. */
  private static void rollBack(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("ROLLBACK")) {
      statement.execute();
    } catch (SQLException broken) {
      LOG.log(Level.WARNING, "what was not committed ends with its connection", broken);
      connection.abort(Runnable::run);
    }
  }
}
