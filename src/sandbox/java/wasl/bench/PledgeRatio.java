package wasl.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import wasl.shared.Ids;

/** Placing pledges over HTTP against the same INSERTs over bare JDBC. */
final class PledgeRatio {

  /** How each request's own key begins. */
  static final String KEY = "bench-";

  /** Over how many listings the pledges are spread. */
  static final int LISTINGS = 1_000;

  private static final int MOST_CLIENTS = 32;
  private static final double TARGET = 0.35;
  private static final double HOT_TARGET = 0.9;

  private static final String BODY =
      "{\"amount\": {\"amount\": \"5.00\", \"currency\": \"%s\"}, \"public\": false}";

  private final Installation installation;
  private final Rounds rounds;
  private final Duration warm;

  PledgeRatio(Installation installation, Rounds rounds, Duration warm) {
    this.installation = installation;
    this.rounds = rounds;
    this.warm = warm;
  }

  void measure() throws Exception {
    List<String> listings = openToAll();
    List<String> tokens =
        List.of(token("investor@demo.wasl.example"), token("investor2@demo.wasl.example"));
    List<Long> ids = listings.stream().map(it -> Ids.parse(it).orElseThrow()).toList();
    var bare =
        BareJdbc.watching(
            installation,
            "pledge_request",
            () -> once(post(listings.get(0), tokens.get(0))),
            ids,
            Set.of());
    System.out.printf(
        "%n(b) POST /api/v1/listings/{id}/pledges over %d listings; bare JDBC inserts: %s%n",
        listings.size(), bare.told());
    new Load(installation.port(), MOST_CLIENTS).http(request(listings, tokens), warm);
    for (int clients : new int[] {1, 8, MOST_CLIENTS}) {
      var load = new Load(installation.port(), clients);
      rounds.ratio(
          "(b) placing pledges, " + clients + " clients",
          new Rounds.Side("POST …/pledges", time -> load.http(request(listings, tokens), time)),
          new Rounds.Side("bare JDBC", time -> load.run(client -> bare.client(), time)),
          clients == MOST_CLIENTS ? TARGET : null);
    }
    var load = new Load(installation.port(), MOST_CLIENTS);
    rounds.ratio(
        "(b) one hot listing against many, " + MOST_CLIENTS + " clients",
        new Rounds.Side(
            "pledges to one listing",
            time -> load.http(request(listings.subList(0, 1), tokens), time)),
        new Rounds.Side(
            "pledges to " + listings.size(), time -> load.http(request(listings, tokens), time)),
        HOT_TARGET);
  }

  /** Live grants in dollars, for which the demo's two investors have no further duties. */
  private List<String> openToAll() throws Exception {
    try (var connection = installation.administrator();
        var statement = connection.createStatement()) {
      // far from the cap: near it placing would lock the listing, which is another measurement
      statement.execute(
          "UPDATE wasl.listing SET cap_minor = 1000000000000"
              + " WHERE state = 'LIVE' AND model = 'GRANT' AND currency = 'USD'");
      try (var rows =
          statement.executeQuery(
              "SELECT id FROM wasl.listing WHERE state = 'LIVE' AND model = 'GRANT'"
                  + " AND currency = 'USD' ORDER BY id LIMIT "
                  + LISTINGS)) {
        var found = new java.util.ArrayList<String>();
        while (rows.next()) {
          found.add(Ids.text(rows.getLong(1)));
        }
        return found;
      }
    }
  }

  private java.util.function.IntFunction<String> request(
      List<String> listings, List<String> tokens) {
    return number ->
        post(
            listings.get(Math.floorMod(number * 31 + number / 1_000_000, listings.size())),
            tokens.get(number & 1));
  }

  private String post(String listing, String token) {
    String body = BODY.formatted("USD");
    return "POST /api/v1/listings/"
        + listing
        + "/pledges HTTP/1.1\r\nHost: 127.0.0.1:"
        + installation.port()
        + "\r\nAuthorization: Bearer "
        + token
        + "\r\nIdempotency-Key: "
        + KEY
        + Ids.next()
        + "\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private Boolean once(String request) {
    var result = new Load(installation.port(), 1).once(request);
    if (!result) {
      throw new IllegalStateException("a pledge was refused");
    }
    return true;
  }

  private String token(String email) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + installation.port() + "/api/v1/tokens"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"email\": \"" + email + "\", \"password\": \"wasl-demo-2026\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    var token = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer.body());
    if (!token.find()) {
      throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
    }
    return token.group(1);
  }
}
