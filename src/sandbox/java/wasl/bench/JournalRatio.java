package wasl.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Journals posted through {@code Ledger.post} against the same rows over bare JDBC. */
final class JournalRatio {

  private static final int CLIENTS = 32;
  private static final double TARGET = 0.35;

  private final Installation installation;
  private final Rounds rounds;
  private final Duration warm;

  JournalRatio(Installation installation, Rounds rounds, Duration warm) {
    this.installation = installation;
    this.rounds = rounds;
    this.warm = warm;
  }

  void measure() throws Exception {
    post(warm);
    var bare =
        BareJdbc.watching(
            installation,
            "ledger_journal",
            () -> installation.control("bench/journal"),
            List.of(),
            platformAccounts());
    System.out.printf("%n(e) Ledger.post; bare JDBC inserts: %s%n", bare.told());
    var load = new Load(installation.port(), CLIENTS);
    rounds.ratio(
        "(e) posting journals, " + CLIENTS + " threads",
        new Rounds.Side("Ledger.post", this::post),
        new Rounds.Side("bare JDBC", time -> load.run(client -> bare.client(), time)),
        TARGET);
  }

  /** In the application itself: no call of the REST interface posts and does nothing else. */
  private Load.Result post(Duration time) {
    String answer =
        installation.control(
            "bench/journals?clients=" + CLIENTS + "&seconds=" + Math.max(1, time.toSeconds()));
    List<Double> said = new ArrayList<>();
    for (var word : answer.strip().split(" ")) {
      said.add(Double.valueOf(word));
    }
    return new Load.Result(said.get(0), said.get(1) / 1e6, said.get(2) / 1e6, said.get(3) / 1e6, 0);
  }

  /** Whatever else has a long number is another one for each journal. */
  private Set<Long> platformAccounts() throws SQLException {
    try (var connection = installation.administrator();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT id FROM wasl.ledger_account WHERE kind = 'GATEWAY_CLEARING'")) {
      Set<Long> ids = new HashSet<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    }
  }
}
