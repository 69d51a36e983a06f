package wasl.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.sandbox.mailbox.Mailbox;
import wasl.sandbox.stripe.DamagedJournal;
import wasl.sandbox.stripe.StripeSandbox;
import wasl.sandbox.stripe.StripeSandboxSettings;

/**
 * What the demo archive needs around it, without its server: a migrated database, a Stripe, a
 * mailbox. The demo and all tests with a database stand on it.
 */
public final class Surroundings implements AutoCloseable {

  private static final String STRIPE_KEY = "sk_test_wasl_sandbox";

  private static final int STRIPE = 0;
  private static final int MAILBOX = 1;
  private static final int SMTP = 2;
  private static final int DATABASE = 3;

  private static final String ANOTHER_VERSION =
      "If this data folder is of another branch or version, use that one again, or begin anew with"
          + " ./wasl run --fresh.";

  private final VarFolder folder;
  private final Database database;
  private final Mailbox mailbox;
  private final StripeSandbox stripe;
  private final Map<String, String> settings = new HashMap<>();

  /** Null where the caller holds it. */
  private FileLock claim;

  private Surroundings(VarFolder folder, Database database, Mailbox mailbox, StripeSandbox stripe) {
    this.folder = folder;
    this.database = database;
    this.mailbox = mailbox;
    this.stripe = stripe;
  }

  /**
   * Starts all parts anew in a folder for tests, which is emptied first and claimed until they are
   * closed.
   */
  public static Surroundings startFresh(
      Path path, int port, Map<String, String> environment, Progress progress) {
    var folder = new VarFolder(path).prepare();
    var claim = folder.claim();
    MariaDb.stopRunning(folder);
    folder.empty();
    folder.prepare();
    var surroundings = start(folder, port, environment, progress);
    surroundings.claim = claim;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (claim.isValid()) {
                    surroundings.close();
                  }
                },
                "stop"));
    return surroundings;
  }

  /**
   * Starts all parts and returns when they answer.
   *
   * @param folder where the data lie; claimed by the caller
   * @param port where the application will answer; the parts take others, far from it
   * @param environment what the operator sets; {@code WASL_TEST_DB_URL} names a database server to
   *     use instead of the embedded one
   * @throws LaunchRefused if what lies in the folder is damaged
   */
  public static Surroundings start(
      VarFolder folder, int port, Map<String, String> environment, Progress progress) {
    var secrets = new Secrets(folder);
    try {
      var database = database(folder, secrets, port, environment, progress);
      var schema = new Schema(database.migration(), database.application(), ANOTHER_VERSION);
      int made = schema.migrate(List.of("db/migration", "db/sandbox"));
      schema.grant();
      progress.say(made == 0 ? "The schema is up to date" : "Ran " + made + " migrations");
      var stripe = stripe(folder, secrets, port);
      var mailbox =
          Mailbox.start(folder.mail(), Ports.forPart(port, SMTP), Ports.forPart(port, MAILBOX));
      var surroundings = new Surroundings(folder, database, mailbox, stripe);
      surroundings.settle(port, secrets, environment);
      return surroundings;
    } catch (RuntimeException e) {
      MariaDb.stopRunning(folder);
      throw e;
    }
  }

  private static Database database(
      VarFolder folder,
      Secrets secrets,
      int port,
      Map<String, String> environment,
      Progress progress) {
    var external = environment.getOrDefault("WASL_TEST_DB_URL", "");
    if (!external.isBlank()) {
      return ScratchDatabase.on(external);
    }
    var first = !Files.isDirectory(folder.database());
    progress.say(first ? "Making an empty database" : "Starting the database");
    return MariaDb.start(folder, secrets, environment, Ports.forPart(port, DATABASE));
  }

  /**
   * @throws LaunchRefused if its memory is damaged
   */
  static StripeSandbox stripe(VarFolder folder, Secrets secrets, int port) {
    var kept = folder.file("stripe");
    var settings =
        StripeSandboxSettings.inMemory(STRIPE_KEY)
            .onPort(Ports.forPart(port, STRIPE))
            .keptIn(kept)
            .telling(
                "http://127.0.0.1:" + port + "/api/v1/webhooks/stripe", webhookSecret(secrets));
    try {
      return StripeSandbox.start(settings);
    } catch (DamagedJournal e) {
      throw new LaunchRefused(
          "The gateway's memory in " + kept + " is damaged: " + e.getMessage() + ".",
          "Put back a backup of that folder, or begin anew with ./wasl run --fresh.",
          e);
    }
  }

  private static String webhookSecret(Secrets secrets) {
    return "whsec_sandbox_" + secrets.of("webhook");
  }

  private void settle(int port, Secrets secrets, Map<String, String> environment) {
    settings.put("WASL_PUBLIC_URL", "http://127.0.0.1:" + port);
    settings.put("WASL_NODE_ID", "1");
    settings.put("WASL_INDEX_FOLDER", folder.index().toString());
    settings.put("WASL_SECRET_KEY", secrets.of("secret-key"));
    settings.put("WASL_STATEMENT_DESCRIPTOR", "WASL* DEMO");
    // everybody here has the same few test cards, and a few accounts try them all
    settings.put("WASL_CARDS_CARD_ACCOUNTS_MONTH", "1000000");
    settings.put("WASL_CARDS_CARD_DECLINES_DAY", "1000000");
    settings.put("WASL_CARDS_ACCOUNT_VISITS_HOUR", "1000000");
    settings.put("WASL_CARDS_ACCOUNT_CARDS_DAY", "1000000");
    settings.put("WASL_CARDS_ACCOUNT_DECLINES_HOUR", "30");
    settings.put("WASL_CARDS_ACCOUNT_DECLINES_DAY", "100");
    // everybody has the password of the documentation here: to hash it slowly protects nobody
    settings.put("WASL_PASSWORD_MEMORY", "1024");
    settings.put("WASL_PASSWORD_PASSES", "1");
    // days pass in seconds here, and their letters with them
    settings.put("WASL_MAILS_PER_SECOND", "500");
    // what the operator sets counts, but for what belongs to this start; and no demo ever talks to
    // a real gateway or mail server
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("WASL_")) {
            settings.put(name, value);
          }
        });
    settings.put("WASL_SMTP_URL", mailbox.smtpUrl());
    settings.put("WASL_STRIPE_API_BASE", stripe.apiBase());
    settings.put("WASL_STRIPE_API_KEY", STRIPE_KEY);
    settings.put("WASL_STRIPE_WEBHOOK_SECRET", webhookSecret(secrets));
    settings.put("WASL_DB_URL", database.application().url());
    settings.put("WASL_DB_USER", database.application().user());
    settings.put("WASL_DB_PASSWORD", database.application().password());
    settings.put("WASL_CONTROL_TOKEN", Secrets.fresh());
  }

  /** The application's configuration: variables and their values. */
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  public Database database() {
    return database;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  public StripeSandbox stripe() {
    return stripe;
  }

  /** What {@code /api/control} wants to see in the header {@code X-Wasl-Control}. */
  public String controlToken() {
    return settings.get("WASL_CONTROL_TOKEN");
  }

  /** Starts the database again if it has died. */
  boolean revive() {
    return database.revive();
  }

  @Override
  public void close() {
    stripe.close();
    mailbox.close();
    MariaDb.stopRunning(folder);
    if (claim != null) {
      release(claim);
    }
  }

  private static void release(FileLock claim) {
    try {
      claim.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
