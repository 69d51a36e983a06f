package wasl.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plain SQL for read sides and insert-only tables, inside the present transaction where there is
 * one. Arguments may be instants, days, enums, typed ids' longs, numbers, texts and null.
 */
@ApplicationScoped
public class Sql {

  @Resource(lookup = "java:app/jdbc/wasl")
  private DataSource database;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  /** Makes a value of the present row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A statement that changes rows, with its arguments. */
  public record Change(String sql, Object... arguments) {}

  /** A fault of the database; its cause tells which. */
  public static class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseFault(SQLException cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether a unique key refused the row (SQLSTATE 23000, error 1062). */
    public boolean duplicateKey() {
      return getCause() instanceof SQLException sql && sql.getErrorCode() == 1062;
    }

    /** Whether InnoDB chose this transaction as the victim of a deadlock (error 1213). */
    public boolean deadlock() {
      return getCause() instanceof SQLException sql && sql.getErrorCode() == 1213;
    }
  }

  /** All rows. The caller bounds them by LIMIT. */
  public <T> List<T> list(String sql, Row<T> row, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(row.read(rows));
      }
      return all;
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /** The first row, if any. */
  public <T> Optional<T> one(String sql, Row<T> row, Object... arguments) {
    List<T> all = list(sql, row, arguments);
    return all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(0));
  }

  /** A single number; 0 for none. */
  public long number(String sql, Object... arguments) {
    return one(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /**
   * Changes rows.
   *
   * @return how many
   */
  public int change(String sql, Object... arguments) {
    try (Connection connection = connect();
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  /** Makes a change, in the present transaction where there is one. */
  public void make(Change change) {
    change(change.sql(), change.arguments());
  }

  /** A connection that belongs to the present transaction, where there is one. */
  private Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      return connection;
    }
    try {
      demandTransaction(connection);
      return connection;
    } catch (SQLException | RuntimeException outside) {
      connection.close();
      throw outside;
    }
  }

  /**
   * Refuses a connection that is outside its transaction, which is known by its committing by
   * itself. While the database was killed under load the server was seen to hand out such a one:
   * what went through it was kept though the transaction was rolled back, and a card was charged
   * again for a pledge that stood as unpaid.
   *
   * @throws SQLException which fails the transaction as any other fault of the database does
   */
  public static void demandTransaction(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new SQLTransientConnectionException("the connection is outside its transaction");
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, 0, arguments);
    return statement;
  }

  /** Gives a statement its arguments, after so many others. */
  static void bind(PreparedStatement statement, int before, Object... arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(before + i + 1, toSql(arguments[i]));
    }
  }

  private static Object toSql(Object value) {
    if (value instanceof Instant instant) {
      return Timestamp.from(instant);
    }
    if (value instanceof LocalDate day) {
      return day.toString();
    }
    return value instanceof Enum<?> constant ? constant.name() : value;
  }

  /** A fault of the database outside this class, in the same words. */
  public static DatabaseFault fault(SQLException failed) {
    return new DatabaseFault(failed);
  }

  /** The instant in a column, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  /** The day in a column, or null. */
  public static LocalDate day(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : LocalDate.parse(value.substring(0, 10));
  }
}
