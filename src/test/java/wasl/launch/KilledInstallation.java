package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import wasl.harness.TestInstallation;
import wasl.harness.WaslDeployment;

/**
 * An installation of one or more nodes on one database, any part of which can be killed at any
 * moment. It moves the clock of both database and gateway without a word to the application.
 */
final class KilledInstallation implements AutoCloseable {

  private static final Path HOME = Path.of("").toAbsolutePath();

  /** One application process. */
  private static final class Node {
    private final VarFolder folder;
    private final String url;
    private final Payara server;

    private Node(VarFolder folder, String url, Payara server) {
      this.folder = folder;
      this.url = url;
      this.server = server;
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final VarFolder folder = new VarFolder(TestInstallation.FOLDER.resolve("kill"));
  private final Surroundings surroundings;
  private final List<Node> nodes = new ArrayList<>();
  private final Duration patience;
  private Duration offset = Duration.ZERO;

  /**
   * Starts it.
   *
   * @param own settings of the application besides its usual ones
   * @param patience how long anything may take
   */
  KilledInstallation(int count, Map<String, String> own, Duration patience) throws Exception {
    this.patience = patience;
    int port = Ports.any();
    var settings = new HashMap<>(System.getenv());
    settings.put("WASL_STRIPE_READ_MILLIS", "5000");
    settings.putAll(own);
    surroundings =
        Surroundings.startFresh(
            folder.root(), port, settings, line -> System.out.println("[kill] " + line));
    var archive = folder.file("wasl-it.war").toFile();
    WaslDeployment.archive().as(ZipExporter.class).exportTo(archive, true);
    for (int i = 0; i < count; i++) {
      nodes.add(node(i, i == 0 ? port : Ports.any(), archive.toPath()));
    }
    for (var node : nodes) {
      node.server.awaitReady();
    }
  }

  private Node node(int number, int port, Path archive) {
    var own = new VarFolder(folder.root().resolve("node" + number)).prepare();
    var target = HOME.resolve("target");
    var environment = new HashMap<>(surroundings.settings());
    environment.put("WASL_NODE_ID", Integer.toString(number + 1));
    var setup =
        new Payara.Setup(
            target.resolve("payara-micro.jar"),
            HOME.resolve("payara"),
            archive,
            "127.0.0.1",
            port,
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"),
            environment);
    return new Node(own, "http://127.0.0.1:" + port, Payara.start(own, setup));
  }

  /** A live listing, its goal just reached by so many firm pledges; some of the cards decline. */
  String campaign(int pledges, int bad) throws Exception {
    return post(nodes.get(0).url + "/api/it/campaigns?pledges=" + pledges + "&bad=" + bad, "");
  }

  /** What a visitor of one of the nodes sees. */
  String page(int number, String path) throws Exception {
    return get(nodes.get(number).url + path);
  }

  /** A visitor who does not care for what comes. */
  void visit(int number, String path) {
    try {
      page(number, path);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      throw new IllegalStateException(path, failed);
    }
  }

  /** An application process dies at once. */
  void killNode(int number) throws Exception {
    var pid = Files.readString(nodes.get(number).folder.pidFile("payara")).strip();
    var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
  }

  /**
   * Starts a process again.
   *
   * @param patient whether to wait for the leases of the dead; else they are made to run out
   */
  void restartNode(int number, boolean patient) throws SQLException {
    if (!patient) {
      endLeases();
      // it may have died in the middle of any job: it has in one that must not stay undone
      change(
          "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'the dead',"
              + " last_heartbeat = UTC_TIMESTAMP(6) WHERE task_name = 'due-payment-unclear'");
    }
    nodes.get(number).server.launch();
    nodes.get(number).server.awaitReady();
  }

  boolean ownsDatabase() {
    return surroundings.database() instanceof MariaDb;
  }

  /**
   * The database dies as by a power cut, and comes back after so long. This sleep waits for
   * nothing: how long the database is away is the fault itself.
   */
  void killDatabase(Duration away) throws InterruptedException {
    ((MariaDb) surroundings.database()).kill();
    Thread.sleep(away.toMillis());
    surroundings.revive();
  }

  /** The leases of the dead run out. */
  void endLeases() throws SQLException {
    change(
        "UPDATE outbox_message SET due_at = UTC_TIMESTAMP(6) WHERE leased_by IS NOT NULL"
            + " AND state = 'PENDING'");
    change("UPDATE outbox_lane SET held_until = UTC_TIMESTAMP(6)");
  }

  /** Moves both clocks; the application sees it within a second. */
  void passTime(Duration by) throws Exception {
    offset = offset.plus(by);
    change("UPDATE sandbox_clock SET offset_micros = " + offset.toMillis() * 1000);
    sandbox("POST", "clock", "{\"offsetSeconds\":" + offset.toSeconds() + "}");
  }

  void misbehave(String rule) throws Exception {
    sandbox("POST", "misbehave", rule);
  }

  void behave() throws Exception {
    sandbox("DELETE", "misbehave", "");
  }

  /** How many charges the gateway has made, good and bad. */
  int chargesMade() throws Exception {
    var state = sandbox("GET", "state?metadata%5Blisting%5D=none", "");
    return JsonParser.parseString(state)
        .getAsJsonObject()
        .getAsJsonObject("objects")
        .get("charge")
        .getAsInt();
  }

  /** The charges of a listing that succeeded. */
  List<JsonObject> charges(String listing) throws Exception {
    var state = sandbox("GET", "state?metadata%5Blisting%5D=" + listing, "");
    List<JsonObject> charges = new ArrayList<>();
    for (var charge : JsonParser.parseString(state).getAsJsonObject().getAsJsonArray("charges")) {
      if (charge.getAsJsonObject().get("status").getAsString().equals("succeeded")) {
        charges.add(charge.getAsJsonObject());
      }
    }
    return charges;
  }

  /** Charges that the gateway has and the books do not have yet. */
  int unknown(String listing) throws Exception {
    return charges(listing).size()
        - number("SELECT COUNT(*) FROM payment_attempt WHERE state = 'PAID'");
  }

  /** Each pledge was charged once, and the gateway's sum is the ledger's, to the cent. */
  void everythingAgrees(String listing, int good) throws Exception {
    var all = charges(listing);
    Set<String> charged = new HashSet<>();
    long minor = 0;
    long net = 0;
    for (var charge : all) {
      charged.add(charge.getAsJsonObject("metadata").get("pledge").getAsString());
      minor += charge.get("amount").getAsLong();
      net += charge.get("net").getAsLong();
    }
    assertThat(all.size()).as("charges").isEqualTo(good);
    assertThat(charged.size()).as("pledges that were charged").isEqualTo(good);
    assertThat(get(nodes.get(0).url + "/api/it/campaigns?listing=" + listing))
        .isEqualTo(Long.toString(minor));
    assertThat(
            number(
                "SELECT SUM(IF(e.side = 'DEBIT', e.amount_minor, -e.amount_minor))"
                    + " FROM ledger_entry e JOIN ledger_account a ON a.id = e.account"
                    + " WHERE a.kind = 'GATEWAY_CLEARING'"))
        .isEqualTo((int) net);
    assertThat(verify()).contains("holds").doesNotContain("BROKEN");
  }

  private String verify() throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(nodes.get(0).url + "/api/control/verify"))
            .header("X-Wasl-Control", surroundings.controlToken())
            .build());
  }

  private String sandbox(String method, String call, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(surroundings.stripe().apiBase() + "/_sandbox/" + call))
            .header(
                "Authorization", "Bearer " + surroundings.settings().get("WASL_STRIPE_API_KEY"));
    return send(request.method(method, BodyPublishers.ofString(body)).build());
  }

  private String post(String address, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString(body)).build());
  }

  private String get(String address) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  int number(String sql) throws SQLException {
    try (var connection = surroundings.database().application().connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private void change(String sql) throws SQLException {
    try (var connection = surroundings.database().application().connect();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  void until(String what, Callable<Boolean> done) {
    Awaitility.await(what)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(done);
  }

  @Override
  public void close() {
    nodes.forEach(node -> Payara.stopRunning(node.folder));
    surroundings.close();
  }
}
