package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DatabaseIT {

  @PersistenceContext private EntityManager entities;

  @Resource(lookup = "java:app/jdbc/wasl")
  private DataSource database;

  @Resource(lookup = "java:app/jdbc/wasl-jobs")
  private DataSource jobs;

  @Test
  void readsThroughTheEntityManager() {
    var number = entities.createNativeQuery("SELECT COUNT(*) FROM flyway_schema_history");

    assertThat(((Number) number.getSingleResult()).intValue()).isPositive();
  }

  @Test
  void isReadCommittedAndInUtc() throws SQLException {
    try (var connection = database.getConnection();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT @@session.time_zone, TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), NOW())")) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(java.sql.Connection.TRANSACTION_READ_COMMITTED);
      rows.next();
      assertThat(rows.getInt(2)).isZero();
    }
  }

  @Test
  void givesTheApplicationNoRightToChangeTheSchema() throws SQLException {
    for (var source : new DataSource[] {database, jobs}) {
      try (var connection = source.getConnection();
          var statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute("CREATE TABLE sneaked_in (id INT)"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
        assertThatThrownBy(() -> statement.execute("DROP TABLE flyway_schema_history"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
      }
    }
  }
}
