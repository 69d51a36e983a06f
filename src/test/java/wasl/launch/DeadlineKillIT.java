package wasl.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wasl.harness.TestInstallation;
import wasl.harness.WaslDeployment;

/**
 * The application dies by {@code kill -9} in the middle of a campaign's charges, some of which the
 * gateway has booked without anybody here knowing. Started again it goes on by itself.
 */
class DeadlineKillIT {

  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Duration TO_DEADLINE = Duration.ofDays(7).plusSeconds(5);

  /** Longer than an attempt's first question is put off. */
  private static final Duration TO_QUESTIONS = Duration.ofMinutes(3);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final VarFolder folder = new VarFolder(TestInstallation.FOLDER.resolve("kill"));
  private Surroundings surroundings;
  private Payara server;
  private String url;
  private Duration offset = Duration.ZERO;

  @BeforeEach
  void start() throws Exception {
    int port = Ports.any();
    url = "http://127.0.0.1:" + port;
    var settings = new HashMap<>(System.getenv());
    settings.put("WASL_STRIPE_READ_MILLIS", "5000");
    surroundings =
        Surroundings.startFresh(
            folder.root(), port, settings, line -> System.out.println("[kill] " + line));
    var archive = folder.file("wasl-it.war").toFile();
    WaslDeployment.archive().as(ZipExporter.class).exportTo(archive, true);
    var target = HOME.resolve("target");
    server =
        Payara.start(
            folder,
            new Payara.Setup(
                target.resolve("payara-micro.jar"),
                HOME.resolve("payara"),
                archive.toPath(),
                "127.0.0.1",
                port,
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"),
                surroundings.settings()));
    server.awaitReady();
  }

  @AfterEach
  void stop() {
    Payara.stopRunning(folder);
    surroundings.close();
  }

  @Test
  void resumesAfterAKillAndChargesNobodyTwice() throws Exception {
    resumes(40, 18);
  }

  @Test
  @Tag("long")
  void resumesAfterManyKills() throws Exception {
    resumes(150, 20, 60, 100, 130);
  }

  private void resumes(int pledges, int... killedAt) throws Exception {
    var listing = post(url + "/api/it/campaigns?pledges=" + pledges, "");
    passTime(TO_DEADLINE);
    int unknown = 0;
    for (int charges : killedAt) {
      // booked at once, answered late: whoever dies meanwhile dies between the call and the commit
      sandbox("POST", "misbehave", "{\"events\":\"off\"}");
      sandbox(
          "POST",
          "misbehave",
          "{\"path\":\"payment_intents\",\"kind\":\"hang_after\",\"millis\":700,\"times\":10000}");
      until(() -> charges(listing).size() >= charges);
      kill();
      unknown += charges(listing).size() - settled();
      sandbox("DELETE", "misbehave", "");
      restart();
    }
    assertThat(unknown).as("charges that nobody knew of").isPositive();
    until(() -> number("SELECT COUNT(*) FROM scheduled_tasks WHERE picked_by = 'the dead'") == 0);
    passTime(TO_QUESTIONS);
    until(() -> settled() == pledges);

    var all = charges(listing);
    Set<String> charged = new HashSet<>();
    long minor = 0;
    for (var charge : all) {
      charged.add(charge.getAsJsonObject("metadata").get("pledge").getAsString());
      minor += charge.get("amount").getAsLong();
    }
    assertThat(all).hasSize(pledges);
    assertThat(charged).hasSize(pledges);
    assertThat(get(url + "/api/it/campaigns?listing=" + listing)).isEqualTo(Long.toString(minor));
    until(() -> number("SELECT COUNT(*) FROM payment_attempt WHERE ask_at IS NOT NULL") == 0);
    assertThat(number("SELECT COUNT(*) FROM pledge WHERE state <> 'COLLECTED'")).isZero();
    assertThat(verify()).contains("holds").doesNotContain("BROKEN");
  }

  private int settled() throws SQLException {
    return number("SELECT COUNT(*) FROM payment_attempt WHERE state = 'PAID'");
  }

  private void kill() throws Exception {
    long pid = Long.parseLong(Files.readString(folder.pidFile("payara")).strip());
    var process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
  }

  /**
   * Starts again. The leases of the dead in the database are made to run out; and since it may have
   * died in the middle of any job, it has in the middle of one that must not stay undone.
   */
  private void restart() throws SQLException {
    change(
        "UPDATE outbox_message SET due_at = UTC_TIMESTAMP(6) WHERE leased_by IS NOT NULL"
            + " AND state = 'PENDING'");
    change("UPDATE outbox_lane SET held_until = UTC_TIMESTAMP(6)");
    change(
        "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'the dead',"
            + " last_heartbeat = UTC_TIMESTAMP(6) WHERE task_name = 'due-payment-unclear'");
    server.launch();
    server.awaitReady();
  }

  /** Moves both clocks without a word to the application, which sees it within a second. */
  private void passTime(Duration by) throws Exception {
    offset = offset.plus(by);
    change("UPDATE sandbox_clock SET offset_micros = " + offset.toMillis() * 1000);
    sandbox("POST", "clock", "{\"offsetSeconds\":" + offset.toSeconds() + "}");
  }

  private List<JsonObject> charges(String listing) throws Exception {
    var state = sandbox("GET", "state?metadata%5Blisting%5D=" + listing, "");
    List<JsonObject> charges = new ArrayList<>();
    for (var charge : JsonParser.parseString(state).getAsJsonObject().getAsJsonArray("charges")) {
      charges.add(charge.getAsJsonObject());
    }
    return charges;
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

  private String verify() throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/api/control/verify"))
            .header("X-Wasl-Control", surroundings.controlToken())
            .build());
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    var answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private int number(String sql) throws SQLException {
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

  private static void until(Callable<Boolean> done) {
    await().atMost(Duration.ofSeconds(100)).pollInterval(Duration.ofMillis(20)).until(done);
  }
}
