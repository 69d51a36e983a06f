package wasl.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The pages and calls that read many listings, with few and with many in the database: one client
 * asks each in turn, so that all of them share every round.
 */
final class Sizes {

  private static final double MOST = 1.5;

  private final Installation small;
  private final Installation large;

  Sizes(Installation small, Installation large) {
    this.small = small;
    this.large = large;
  }

  void measure(int rounds, Duration each, Duration warm) {
    Map<String, Function<Installation, List<String>>> queries = queries();
    run(small, queries, warm.dividedBy(2));
    run(large, queries, warm.dividedBy(2));
    Map<String, List<Double>> few = new LinkedHashMap<>();
    Map<String, List<Double>> many = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      run(small, queries, each).forEach((name, ms) -> add(few, name, ms));
      run(large, queries, each).forEach((name, ms) -> add(many, name, ms));
    }
    System.out.printf(
        Locale.ROOT,
        "%n(d) median milliseconds of one client, few and many listings; median of %d alternating"
            + " rounds of %d s, target ≤ %.1f times%n",
        rounds,
        each.toSeconds(),
        MOST);
    few.forEach(
        (name, times) -> {
          double before = median(times);
          double after = median(many.get(name));
          System.out.printf(
              Locale.ROOT,
              "  %-42s %7.2f ms %7.2f ms  ratio %.2f%s%n",
              name,
              before,
              after,
              after / before,
              after / before > MOST ? "  MISSED" : "");
        });
  }

  private static Map<String, Function<Installation, List<String>>> queries() {
    Map<String, Function<Installation, List<String>>> queries = new LinkedHashMap<>();
    queries.put(
        "a listing's page",
        installation ->
            installation.listings("LIVE", 200).stream().map(id -> "/en/listings/" + id).toList());
    for (var filter :
        List.of(
            "",
            "?state=FUNDED",
            "?governorate=IQ-BA",
            "?sector=C",
            "?model=GRANT",
            "?institution=IQ-MOMD",
            "?q=workshop",
            "?governorate=IQ-NI&sector=A&model=QARD_HASAN",
            "?sort=newest",
            "?sort=ending",
            "?page=4")) {
      queries.put("/en/listings" + filter, installation -> List.of("/en/listings" + filter));
    }
    for (var filter : List.of("", "?state=LIVE", "?q=workshop", "?sort=ending&size=100")) {
      queries.put(
          "/api/v1/listings" + filter, installation -> List.of("/api/v1/listings" + filter));
    }
    return queries;
  }

  /** Medians in milliseconds by query. */
  private static Map<String, Double> run(
      Installation installation,
      Map<String, Function<Installation, List<String>>> queries,
      Duration time) {
    Map<String, List<String>> addresses = new LinkedHashMap<>();
    queries.forEach((name, of) -> addresses.put(name, of.apply(installation)));
    Map<String, List<Double>> times = new LinkedHashMap<>();
    var load = new Load(installation.port(), 1);
    long end = System.nanoTime() + time.toNanos();
    for (int turn = 0; System.nanoTime() < end; turn++) {
      for (var query : addresses.entrySet()) {
        var paths = query.getValue();
        String request = installation.get(paths.get(turn % paths.size()));
        long start = System.nanoTime();
        if (!load.once(request)) {
          throw new IllegalStateException(request + " failed");
        }
        add(times, query.getKey(), (System.nanoTime() - start) / 1e6);
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    times.forEach((name, all) -> medians.put(name, median(all)));
    return medians;
  }

  private static void add(Map<String, List<Double>> times, String name, double ms) {
    times.computeIfAbsent(name, it -> new ArrayList<>()).add(ms);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
