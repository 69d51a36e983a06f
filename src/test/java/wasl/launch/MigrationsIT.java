package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations that correct or judge rows, with rows as the versions before them have left them. */
@Tag("long")
class MigrationsIT {

  @TempDir Path path;
  private VarFolder folder;
  private DatabaseAccess access;
  private Connection connection;
  private Statement database;

  @BeforeEach
  void start() throws SQLException {
    folder = new VarFolder(path.resolve("var")).prepare();
    access =
        MariaDb.start(folder, new Secrets(folder), System.getenv(), Ports.any())
            .migration()
            .tuned();
    connection = access.connect();
    database = connection.createStatement();
  }

  @AfterEach
  void stop() throws SQLException {
    connection.close();
    MariaDb.stopRunning(folder);
  }

  /** The first charge was 600 with a tip of 6; tranches had left 400 when its dispute was lost. */
  @Test
  void whatALostDisputeTookIsTheWholeOfWhatWasLeftOfItsCharge() throws SQLException {
    migrate("202611222000");
    lost(1, "CHARGED_BACK", 60_600, 40_000, 0);
    // all of it lay there
    lost(2, "CHARGED_BACK", 60_600, 60_000, 600);
    // 100 had gone back before
    lost(3, "CHARGED_BACK", 50_500, 30_000, 0);
    refund(3, 10_000, 100);
    // it had gone back whole before: nothing of it was left
    lost(4, "REFUNDED", 60_600, 0, 0);
    refund(4, 60_000, 600);
    migrate("202611223100");
    assertThat(lost()).isEqualTo("40000+0 60000+600 30000+0 0+0");
    migrate("latest");
    assertThat(lost()).isEqualTo("60000+600 60000+600 50000+500 0+0");
  }

  @Test
  void whatWasDecidedBeforeTheLimitStoodWithItIsKept() throws SQLException {
    migrate("202611223100");
    asked(1, 7, 30_000, false);
    asked(2, 7, 20_000, false);
    asked(3, 7, 30_000, true);
    // the limit was higher then
    asked(4, 8, 90_000, false);
    migrate("latest");
    assertThat(rows("CONCAT(alone_minor, '/', limit_minor)", "finance_refund_request"))
        .isEqualTo("0/50000 30000/50000 50000/50000 0/90000");
    assertThatThrownBy(() -> database.execute("UPDATE finance_refund_request SET limit_minor = 1"))
        .hasMessageContaining("decided once");
  }

  private void migrate(String version) {
    FluentConfiguration flyway =
        Flyway.configure()
            .dataSource(access.url(), access.user(), access.password())
            .locations("classpath:db/migration")
            .outOfOrder(true);
    assertThat(flyway.target(version).load().migrate().success).isTrue();
  }

  private void lost(int id, String state, long disputed, long escrow, long tips)
      throws SQLException {
    database.execute(
        "INSERT INTO pledge (id, listing, investor, state, amount_minor, tip_minor, currency,"
            + " public_name, country, mandate, pay_secret, placed_at, version) VALUES ("
            + id
            + ", 1, 1, '"
            + state
            + "', 60000, 600, 'USD', FALSE, 'SE', '1', '', NOW(6), 0)");
    database.execute(
        "INSERT INTO payment_attempt (id, pledge, listing, number, state, on_session, customer,"
            + " payment_method, amount_minor, tip_minor, currency, started_at, settled_at, asked)"
            + " SELECT id, id, 1, 1, 'PAID', FALSE, '', '', amount_minor, tip_minor, currency,"
            + " placed_at, placed_at, 0 FROM pledge WHERE id = "
            + id);
    database.execute(
        "INSERT INTO payment_dispute (dispute, pledge, listing, attempt, amount_minor, fee_minor,"
            + " currency, state, opened_at, escrow_minor, tips_minor) VALUES ('dp_%d', %d, 1, %d,"
                .formatted(id, id, id)
            + " %d, 0, 'USD', 'LOST', NOW(6), %d, %d)".formatted(disputed, escrow, tips));
  }

  private void refund(int attempt, long amount, long tip) throws SQLException {
    database.execute(
        "INSERT INTO payment_refund (id, pledge, listing, attempt, state, reason, amount_minor,"
            + " tip_minor, currency, gateway_refund, asked_at)"
            + " VALUES (%d, %d, 1, %d, 'DONE', 'LATE', %d, %d, 'USD', 're_%d', NOW(6))"
                .formatted(attempt, attempt, attempt, amount, tip, attempt));
  }

  private void asked(int id, int pledge, long amount, boolean fourEyes) throws SQLException {
    database.execute(
        "INSERT INTO finance_refund_request (id, request_key, pledge, listing, amount_minor,"
            + " currency, loss_minor, cause, reason, four_eyes, state, asked_by, asked_at,"
            + " decided_by, decided_at) VALUES (%d, '%d', %d, 1, %d, 'USD', 0, 'RIGHT', 'why', %b,"
                .formatted(id, id, pledge, amount, fourEyes)
            + " 'APPROVED', 1, NOW(6), %d, NOW(6))".formatted(fourEyes ? 2 : 1));
  }

  private String lost() throws SQLException {
    return rows("CONCAT(lost_minor, '+', lost_tip_minor)", "payment_dispute");
  }

  private String rows(String what, String table) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (var rows =
        database.executeQuery("SELECT " + what + " FROM " + table + " ORDER BY pledge, 1")) {
      while (rows.next()) {
        all.append(all.isEmpty() ? "" : " ").append(rows.getString(1));
      }
    }
    return all.toString();
  }
}
