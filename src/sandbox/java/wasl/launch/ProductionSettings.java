package wasl.launch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wasl.shared.Ids;
import wasl.shared.IpNetwork;

/** What production must be told, and what it does not take for an answer. */
final class ProductionSettings {

  private static final Map<String, String> REQUIRED =
      Map.ofEntries(
          Map.entry("WASL_DB_URL", "the database, such as jdbc:mysql://db.example.org:3306/wasl"),
          Map.entry("WASL_DB_USER", "the application's database user"),
          Map.entry("WASL_DB_PASSWORD", "the password of the application's database user"),
          Map.entry("WASL_DB_MIGRATION_USER", "the database user who owns the schema"),
          Map.entry("WASL_DB_MIGRATION_PASSWORD", "the password of the migration user"),
          Map.entry("WASL_PUBLIC_URL", "where people reach Wasl, such as https://wasl.example.org"),
          Map.entry("WASL_STRIPE_API_KEY", "the secret key of the Stripe account"),
          Map.entry("WASL_STRIPE_WEBHOOK_SECRET", "the signing secret of the webhook endpoint"),
          Map.entry("WASL_SMTP_URL", "the mail server, such as smtps://user:password@host:465"),
          Map.entry("WASL_SECRET_KEY", "the key that protects secrets at rest"));

  private static final Set<String> WORN_OUT =
      Set.of(
          "wasl",
          "password",
          "secret",
          "changeme",
          "change-me",
          "root",
          "admin",
          "test",
          "demo",
          "123456",
          "wasl-demo-2026");

  /**
   * The least that OWASP's cheat sheet on storing passwords takes for Argon2id: 19 MiB, 2 passes.
   */
  private static final Map<String, Integer> LEAST =
      Map.of("WASL_PASSWORD_MEMORY", 19_456, "WASL_PASSWORD_PASSES", 2);

  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  private ProductionSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /** One sentence for each setting that is missing or cannot be taken; empty if all is well. */
  static List<String> faults(Map<String, String> environment) {
    var settings = new ProductionSettings(environment);
    settings.check();
    return List.copyOf(settings.faults);
  }

  private void check() {
    REQUIRED.keySet().stream()
        .sorted()
        .filter(it -> value(it).isBlank())
        .forEach(it -> faults.add(it + " is missing: " + REQUIRED.get(it) + "."));
    for (var name : List.of("WASL_DB_PASSWORD", "WASL_DB_MIGRATION_PASSWORD")) {
      if (WORN_OUT.contains(value(name).toLowerCase(Locale.ROOT))) {
        faults.add(name + " is a default that anybody would try: choose another password.");
      }
    }
    var key = value("WASL_SECRET_KEY");
    if (!key.isBlank() && (key.length() < 32 || key.chars().distinct().count() < 10)) {
      faults.add(
          "WASL_SECRET_KEY is too weak: take 32 random bytes, such as openssl rand -base64 32"
              + " makes.");
    }
    wants("WASL_DB_URL", "jdbc:mysql://", "must begin with jdbc:mysql:// (MariaDB's too).");
    wants("WASL_STRIPE_API_KEY", "(sk|rk)_", "is not a Stripe secret key: those begin with sk_.");
    wants(
        "WASL_STRIPE_WEBHOOK_SECRET", "whsec_", "is not a signing secret: they begin with whsec_.");
    wants("WASL_SMTP_URL", "smtps?://", "must begin with smtp:// or smtps://.");
    for (var name : List.of("WASL_MAIL_FROM", "WASL_CONTACT_EMAIL")) {
      wants(name, "[^@\\s]+@[^@\\s]+$", "is not a mail address.");
    }
    for (var name : List.of("WASL_STRIPE_API_KEY", "WASL_STRIPE_WEBHOOK_SECRET")) {
      if (value(name).contains("sandbox")) {
        faults.add(name + " is the demo's: take the Stripe account's own.");
      }
    }
    LEAST.keySet().stream().sorted().forEach(this::demandLeast);
    var user = value("WASL_DB_USER");
    if (!user.isBlank() && user.equals(value("WASL_DB_MIGRATION_USER"))) {
      faults.add(
          "WASL_DB_USER and WASL_DB_MIGRATION_USER are the same: the application must not own the"
              + " schema, or the ledger could be rewritten.");
    }
    var node = value("WASL_NODE_ID");
    if (!node.isBlank() && (!node.matches("\\d{1,4}") || Integer.parseInt(node) >= Ids.NODES)) {
      faults.add("WASL_NODE_ID must be a number from 0 to 1023, another one for each node.");
    }
    try {
      IpNetwork.list(value("WASL_TRUSTED_PROXIES"));
    } catch (IllegalArgumentException e) {
      faults.add("WASL_TRUSTED_PROXIES has " + e.getMessage() + ", such as 10.0.0.0/8 or ::1.");
    }
    checkPublicUrl();
  }

  private void demandLeast(String name) {
    var typed = value(name);
    var least = LEAST.get(name);
    if (!typed.isBlank() && (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < least)) {
      faults.add(
          name
              + " must be a number of at least "
              + least
              + ", or stolen password hashes could be guessed: 19456 KiB and 2 passes are OWASP's"
              + " minimum for Argon2id.");
    }
  }

  private void wants(String name, String beginning, String otherwise) {
    if (!value(name).isBlank() && !value(name).matches(beginning + ".*")) {
      faults.add(name + " " + otherwise);
    }
  }

  private void checkPublicUrl() {
    var text = value("WASL_PUBLIC_URL");
    if (text.isBlank()) {
      return;
    }
    try {
      var url = URI.create(text);
      var here = Set.of("localhost", "127.0.0.1").contains(String.valueOf(url.getHost()));
      if (!"https".equals(url.getScheme()) && !here) {
        faults.add("WASL_PUBLIC_URL must begin with https://: people sign in and pay there.");
      }
    } catch (IllegalArgumentException e) {
      faults.add("WASL_PUBLIC_URL is not an address: " + text + ".");
    }
  }

  private String value(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
