package wasl.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./wasl bench}: every measurement that Wasl promises something about. */
public final class Bench {

  private static final int CLIENTS = 8;
  private static final double PAGE_TARGET = 0.12;
  private static final double MEMORY_TARGET = 0.8;

  private final Path home = Path.of(System.getProperty("wasl.home", ".")).toAbsolutePath();
  private final Path var =
      home.resolve(System.getenv().getOrDefault("WASL_VAR", "var")).resolve("bench");
  private final int rounds;
  private final Duration each;
  private final Duration warm;
  private final int few;
  private final int many;
  private final int kept;
  private final String parts;
  private final int charges;

  private Bench(List<String> arguments) {
    rounds = number(arguments, "--rounds", 5);
    each = Duration.ofSeconds(number(arguments, "--seconds", 20));
    warm = Duration.ofSeconds(number(arguments, "--warm", 120));
    few = number(arguments, "--few", 1_000);
    many = number(arguments, "--many", 100_000);
    kept = number(arguments, "--kept", 1);
    parts = option(arguments, "--only", "abcdefgh");
    charges = number(arguments, "--charges", 5_000);
    if (!arguments.isEmpty()) {
      System.err.println("Not understood: " + String.join(" ", arguments));
      System.exit(2);
    }
  }

  /** Ends the process itself: mailbox and gateway of the demo have threads that would not. */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    try {
      new Bench(new ArrayList<>(Arrays.asList(arguments))).run();
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void run() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "Wasl bench: %d processors, Java %s; %d rounds of %d s after %d s of load%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        rounds,
        each.toSeconds(),
        warm.toSeconds());
    if (!parts.equals("f")) {
      onManyListings();
    }
    if (asked("f")) {
      // nothing but the demo's own listings: the copies' campaigns would end with this one
      try (var run = Installation.fresh(home, var.resolve("run"), "run", kept)) {
        new ChargingRun(run, charges).measure();
      }
    }
    if (asked("c")) {
      SecondStart.measure(home, var.resolve("few"));
    }
  }

  private void onManyListings() throws Exception {
    try (var small = filled("few", few)) {
      if (asked("d") || asked("g") || asked("h")) {
        try (var large = filled("many", many)) {
          onTwoSizes(small, large);
        }
      }
      if (asked("a")) {
        page(small);
      }
      if (asked("b")) {
        // a third of the listings is open to the demo's investors: a thousand shall be
        fill(small, "few", Math.max(few, 4 * PledgeRatio.LISTINGS));
        new PledgeRatio(small, new Rounds(rounds, each, System.out), warm).measure();
      }
      if (asked("e")) {
        new JournalRatio(small, new Rounds(rounds, each, System.out), warm).measure();
      }
      System.out.printf(
          "%n(c) resident memory of the application's JVM after this load, -Xmx512m: %d MiB%n",
          small.residentMebibytes());
    }
  }

  private void onTwoSizes(Installation small, Installation large) {
    if (asked("h")) {
      IndexRate.measure(large);
    }
    if (asked("d")) {
      System.out.printf("%n(d) %d and %d listings, ten pledges each%n", few, many);
      new Sizes(small, large).measure(rounds, each, warm);
    }
    if (asked("g")) {
      System.out.printf("%n(g) %d and %d listings%n", few, many);
      new SearchSizes(small, large, CLIENTS).measure(rounds, each, warm);
    }
  }

  private boolean asked(String part) {
    return parts.contains(part);
  }

  private Installation filled(String name, int listings) throws Exception {
    var installation = Installation.fresh(home, var.resolve(name), name, kept);
    fill(installation, name, listings);
    return installation;
  }

  private static void fill(Installation installation, String name, int listings)
      throws SQLException {
    try (var connection = installation.administrator()) {
      connection.setAutoCommit(false);
      System.err.println("[" + name + "] Filling up to " + listings + " listings");
      new Filling(connection).upTo(listings);
    }
    // the copies come from no use case, of which the index would have heard
    installation.control("search-index");
  }

  /** Pages made anew for each request, and from memory, against files of as many bytes. */
  private void page(Installation installation) {
    var listings = installation.listings("LIVE", 100);
    byte[] page = installation.body("/en/listings/" + listings.get(0));
    String file = installation.serve("page.html", page);
    var load = new Load(installation.port(), CLIENTS);
    load.http(number -> page(installation, listings, number), warm);
    System.out.printf(
        Locale.ROOT, "%n(a) %d clients, a page of %d bytes uncompressed%n", CLIENTS, page.length);
    new Rounds(rounds, each, System.out)
        .ratio(
            "(a) a listing's page made anew, a static file of the same bytes, both uncompressed",
            new Rounds.Side(
                "/en/listings/{id}",
                time -> load.http(number -> page(installation, listings, number), time)),
            new Rounds.Side(
                "static file", time -> load.http(number -> installation.get(file), time)),
            PAGE_TARGET);
    if (kept > 0) {
      fromMemory(installation, load, "/en/listings/" + listings.get(0), file);
      byte[] list = installation.body("/en/listings");
      fromMemory(installation, load, "/en/listings", installation.serve("list.html", list));
    }
  }

  /** As visitors get it, compressed, against the compressed file. */
  private void fromMemory(Installation installation, Load load, String path, String file) {
    load.http(number -> installation.visit(path), warm.dividedBy(8));
    load.http(number -> installation.visit(file), warm.dividedBy(8));
    new Rounds(rounds, each, System.out)
        .ratio(
            "(a) " + path + " from memory, a static file of the same bytes, both compressed",
            new Rounds.Side(path, time -> load.http(number -> installation.visit(path), time)),
            new Rounds.Side(
                "static file", time -> load.http(number -> installation.visit(file), time)),
            MEMORY_TARGET);
  }

  private static String page(Installation installation, List<String> listings, int number) {
    return installation.get("/en/listings/" + listings.get(Math.floorMod(number, listings.size())));
  }

  private static int number(List<String> arguments, String name, int otherwise) {
    return Integer.parseInt(option(arguments, name, Integer.toString(otherwise)));
  }

  private static String option(List<String> arguments, String name, String otherwise) {
    int at = arguments.indexOf(name);
    if (at < 0 || at + 1 == arguments.size()) {
      return otherwise;
    }
    arguments.remove(at);
    return arguments.remove(at);
  }
}
