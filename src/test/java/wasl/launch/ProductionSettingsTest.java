package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSettingsTest {

  private static final Map<String, String> GOOD =
      Map.of(
          "WASL_DB_URL", "jdbc:mysql://db.example.org:3306/wasl",
          "WASL_DB_USER", "wasl",
          "WASL_DB_PASSWORD", "xq81-kd02-mm3",
          "WASL_DB_MIGRATION_USER", "wasl_migration",
          "WASL_DB_MIGRATION_PASSWORD", "b77f-2k4v-x0a",
          "WASL_PUBLIC_URL", "https://wasl.example.org",
          "WASL_STRIPE_API_KEY", "sk_live_51abc",
          "WASL_STRIPE_WEBHOOK_SECRET", "whsec_abc,whsec_def",
          "WASL_SMTP_URL", "smtps://wasl:secret@mail.example.org:465",
          "WASL_SECRET_KEY", "q7Jm0b3Vx9YtL2sKd8Rf1nWc6ZpA5hUe4GiO=");

  @Test
  void takesGoodSettings() {
    assertThat(ProductionSettings.faults(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WASL_DB_URL",
        "WASL_DB_USER",
        "WASL_DB_PASSWORD",
        "WASL_DB_MIGRATION_USER",
        "WASL_DB_MIGRATION_PASSWORD",
        "WASL_PUBLIC_URL",
        "WASL_STRIPE_API_KEY",
        "WASL_STRIPE_WEBHOOK_SECRET",
        "WASL_SMTP_URL",
        "WASL_SECRET_KEY"
      })
  void namesWhatIsMissing(String name) {
    assertThat(ProductionSettings.faults(with(name, " ")))
        .singleElement()
        .asString()
        .startsWith(name + " is missing: ");
  }

  @ParameterizedTest
  @CsvSource({
    "WASL_DB_PASSWORD, wasl",
    "WASL_DB_PASSWORD, changeme",
    "WASL_DB_MIGRATION_PASSWORD, Password",
    "WASL_SECRET_KEY, short",
    "WASL_SECRET_KEY, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "WASL_STRIPE_API_KEY, pk_live_51abc",
    "WASL_STRIPE_API_KEY, sk_test_wasl_sandbox",
    "WASL_STRIPE_WEBHOOK_SECRET, secret",
    "WASL_SMTP_URL, mail.example.org",
    "WASL_MAIL_FROM, Wasl",
    "WASL_CONTACT_EMAIL, https://wasl.example.org/contact",
    "WASL_DB_URL, jdbc:mariadb://db/wasl",
    "WASL_PUBLIC_URL, http://wasl.example.org",
    "WASL_PUBLIC_URL, not an address",
    "WASL_NODE_ID, 1024",
    "WASL_NODE_ID, one",
    "WASL_PASSWORD_MEMORY, 19455",
    "WASL_PASSWORD_MEMORY, 1024",
    "WASL_PASSWORD_MEMORY, 19 MiB",
    "WASL_PASSWORD_PASSES, 1",
    "WASL_PASSWORD_PASSES, -2",
    "WASL_TRUSTED_PROXIES, proxy.example.org",
    "WASL_TRUSTED_PROXIES, 10.0.0.0/",
    "WASL_TRUSTED_PROXIES, 10.0.0.0/33"
  })
  void refusesDefaultsAndMistakes(String name, String value) {
    assertThat(ProductionSettings.faults(with(name, value)))
        .singleElement()
        .asString()
        .startsWith(name + " ");
  }

  @Test
  void takesStrongerPasswordHashes() {
    assertThat(ProductionSettings.faults(with("WASL_PASSWORD_MEMORY", "19456"))).isEmpty();
    assertThat(ProductionSettings.faults(with("WASL_PASSWORD_PASSES", "3"))).isEmpty();
  }

  @Test
  void refusesOneUserForBothTasks() {
    assertThat(ProductionSettings.faults(with("WASL_DB_USER", "wasl_migration")))
        .singleElement()
        .asString()
        .contains("must not own the schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.4.0", "9.7.4-1", "11.4.5-MariaDB", "5.5.5-10.11.6-MariaDB-log"})
  void takesTheseServers(String version) {
    assertThatCode(() -> DatabaseChecks.demandVersion(version)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.0.41", "5.7.44-log", "10.6.21-MariaDB", "5.5.5-10.5.0-MariaDB"})
  void refusesTheseServers(String version) {
    assertThatThrownBy(() -> DatabaseChecks.demandVersion(version))
        .isInstanceOf(LaunchRefused.class)
        .hasMessageContaining("too old");
  }

  @Test
  void readsAnEnvironmentFile(@TempDir Path folder) throws Exception {
    var file =
        Files.writeString(
            folder.resolve("wasl.env"),
            """
            # the demo's
            WASL_DB_USER=wasl
            export WASL_SECRET_KEY='a=b c'
            WASL_PUBLIC_URL="https://wasl.example.org"

            PATH=/nowhere
            """);

    assertThat(ServeCommand.environment(file.toString()))
        .containsEntry("WASL_DB_USER", "wasl")
        .containsEntry("WASL_SECRET_KEY", "a=b c")
        .containsEntry("WASL_PUBLIC_URL", "https://wasl.example.org")
        .as("what the process has counts more")
        .containsEntry("PATH", System.getenv("PATH"));
  }

  private static Map<String, String> with(String name, String value) {
    var changed = new HashMap<>(GOOD);
    changed.put(name, value);
    return changed;
  }
}
