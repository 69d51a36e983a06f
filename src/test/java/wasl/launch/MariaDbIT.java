package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server itself, in a folder below the temporary one. */
@Tag("launched")
class MariaDbIT {

  @TempDir Path path;
  private VarFolder folder;
  private Secrets secrets;
  private MariaDb database;

  @BeforeEach
  void start() {
    folder = new VarFolder(path.resolve("var")).prepare();
    secrets = new Secrets(folder);
    database = start(folder);
  }

  @AfterEach
  void stop() {
    MariaDb.stopRunning(folder);
  }

  private MariaDb start(VarFolder where) {
    return MariaDb.start(where, secrets, System.getenv(), Ports.any());
  }

  @Test
  void keepsDataAndRightsOverAKillAndARestart() throws Exception {
    change(database.migration(), "CREATE TABLE pledge (id INT PRIMARY KEY, n INT)");
    change(database.migration(), "CREATE TABLE ledger_entry (id INT PRIMARY KEY, n INT)");
    change(database.migration(), "CREATE TABLE ledger_entry_rollup (id INT PRIMARY KEY, n INT)");
    new Schema(database.migration(), database.application(), "").grant();
    change(database.application(), "INSERT INTO pledge VALUES (1, 1)");

    // as after a kill of the launcher: the server still runs, nobody knows it but its file
    var again = start(folder);

    change(again.application(), "UPDATE pledge SET n = 2 WHERE n = 1");
    change(again.application(), "INSERT INTO ledger_entry VALUES (1, 1)");
    change(again.application(), "INSERT INTO ledger_entry_rollup VALUES (1, 1)");
    change(again.application(), "UPDATE ledger_entry_rollup SET n = 2");
    for (var forbidden :
        new String[] {
          "UPDATE ledger_entry SET n = 2",
          "DELETE FROM ledger_entry",
          "TRUNCATE TABLE ledger_entry",
          "ALTER TABLE ledger_entry ADD COLUMN m INT",
          "DROP TABLE ledger_entry",
          "CREATE TABLE more (id INT)"
        }) {
      assertThatThrownBy(() -> change(again.application(), forbidden))
          .as(forbidden)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("denied");
    }
  }

  @Test
  void takesBackRightsThatSomebodyGaveSince() throws Exception {
    change(database.migration(), "CREATE TABLE ledger_entry (id INT PRIMARY KEY, n INT)");
    var account = "'" + database.application().user() + "'@'127.0.0.1'";
    change(database.migration(), "GRANT ALL ON wasl.* TO " + account);
    change(database.migration(), "GRANT UPDATE ON wasl.ledger_entry TO " + account);

    new Schema(database.migration(), database.application(), "").grant();

    for (var forbidden :
        new String[] {"UPDATE ledger_entry SET n = 2", "DROP TABLE ledger_entry"}) {
      assertThatThrownBy(() -> change(database.application(), forbidden))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void letsNobodyInWithoutAPassword() {
    for (var user : new String[] {"root", "", "wasl", "wasl_migration"}) {
      var guess = new DatabaseAccess(database.application().url(), user, "");
      assertThatThrownBy(guess::connect).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void saysWhatIsWrongWithADamagedFolder() throws Exception {
    MariaDb.stopRunning(folder);
    Files.write(folder.database().resolve("ibdata1"), new byte[100_000]);
    try (var logs = Files.newDirectoryStream(folder.database(), "ib_logfile*")) {
      for (var log : logs) {
        Files.delete(log);
      }
    }

    assertThatThrownBy(() -> start(folder))
        .isInstanceOf(LaunchRefused.class)
        .hasMessageContaining("does not start")
        .hasMessageContaining("--fresh");
  }

  private static void change(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection = access.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
      assertThat(connection.isValid(5)).isTrue();
    }
  }
}
