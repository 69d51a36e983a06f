package wasl.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class OneTripIT {

  @Resource private UserTransaction transaction;

  @Resource(lookup = "java:app/jdbc/wasl")
  private DataSource usual;

  @Resource(lookup = "java:app/jdbc/wasl-one-trip")
  private DataSource oneTrips;

  @Inject private OneTrip oneTrip;
  @Inject private Sql sql;

  private final long first = Ids.next();
  private final long second = Ids.next();

  @Test
  void makesAllChangesWhateverTheirArgumentsSay() {
    String nasty = "\"'; DELETE FROM outbox_message; -- \\' ? %s";
    oneTrip.commit(List.of(row(first, nasty), row(second, "")));

    assertThat(payloads()).containsExactly(nasty, "");
  }

  @Test
  void makesNoneWhereOneFailsAndLeavesNothingOpen() {
    assertThatThrownBy(
            () -> oneTrip.commit(List.of(row(first, ""), row(second, ""), row(first, ""))))
        .isInstanceOfSatisfying(
            Sql.DatabaseFault.class, fault -> assertThat(fault.duplicateKey()).isTrue());
    assertThat(payloads()).isEmpty();

    // on whichever connection it comes: what is written next is committed, what failed is not
    List<Long> later = LongStream.range(0, 20).map(i -> Ids.next()).boxed().toList();
    later.forEach(id -> oneTrip.commit(List.of(row(id, ""))));
    assertThat(later).allSatisfy(id -> assertThat(count(id)).isOne());
    assertThat(payloads()).isEmpty();
  }

  @Test
  void isATransactionOfItsOwn() throws Exception {
    transaction.begin();
    sql.make(row(first, "around it"));
    oneTrip.commit(List.of(row(second, "within it")));
    transaction.rollback();

    assertThat(payloads()).containsExactly("within it");
  }

  @Test
  void nobodyElseCanSendSeveralStatementsAtOnce() throws SQLException {
    try (Connection connection = usual.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELECT 1; SELECT 2"))
          .isInstanceOf(SQLException.class);
    }
    try (Connection connection = oneTrips.getConnection()) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void moreThanThereAreConnectionsWaitForOne() {
    List<Long> many = LongStream.range(0, 64).map(i -> Ids.next()).boxed().toList();
    IntStream.range(0, 64).parallel().forEach(i -> oneTrip.commit(List.of(row(many.get(i), ""))));

    assertThat(many).allSatisfy(id -> assertThat(count(id)).isOne());
  }

  private long count(long id) {
    return sql.number("SELECT COUNT(*) FROM outbox_message WHERE id = ?", id);
  }

  private List<String> payloads() {
    return sql.list(
        "SELECT payload FROM outbox_message WHERE id IN (?, ?) ORDER BY id",
        row -> row.getString(1),
        first,
        second);
  }

  private static Sql.Change row(long id, String payload) {
    return new Sql.Change(
        "INSERT INTO outbox_message (id, lane, handler, payload, happened_at, state, attempts,"
            + " due_at) VALUES (?, 'MAIL', 'nobody', ?, UTC_TIMESTAMP(6), 'DONE', 0,"
            + " UTC_TIMESTAMP(6))",
        id,
        payload);
  }
}
