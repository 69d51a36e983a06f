package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTest {

  @Test
  void lets_the_ledger_only_grow() {
    assertThat(Grants.on("ledger_journal")).containsExactly("SELECT", "INSERT");
    assertThat(Grants.on("ledger_entry")).containsExactly("SELECT", "INSERT");
  }

  @Test
  void lets_rollups_locks_and_all_else_change() {
    for (var table : List.of("ledger_balance_rollup", "ledger_account_lock", "pledge", "party")) {
      assertThat(Grants.on(table)).containsExactly("SELECT", "INSERT", "UPDATE", "DELETE");
    }
  }

  @Test
  void lets_nobody_rewrite_the_schemas_history() {
    assertThat(Grants.on("flyway_schema_history")).containsExactly("SELECT");
  }

  @Test
  void finds_rights_that_go_too_far_in_the_words_of_both_servers() {
    var held =
        List.of(
            "GRANT USAGE ON *.* TO `wasl`@`%` IDENTIFIED BY PASSWORD '*11'",
            "GRANT ALL PRIVILEGES ON `wasl`.* TO `wasl`@`%`",
            "GRANT SELECT, INSERT, UPDATE ON `wasl`.`ledger_entry` TO `wasl`@`%`",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON `wasl`.`pledge` TO `wasl`@`%`");

    assertThat(Grants.surplus(held, "wasl"))
        .extracting(it -> it.revoke("'wasl'@'%'"))
        .containsExactly(
            "REVOKE ALL PRIVILEGES ON `wasl`.* FROM 'wasl'@'%'",
            "REVOKE UPDATE ON `wasl`.`ledger_entry` FROM 'wasl'@'%'");
  }
}
