package wasl.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast a node makes its search index anew from the database, while it goes on answering. */
final class IndexRate {

  private static final int TIMES = 3;
  private static final long LEAST = 3_000;

  private static final Pattern MADE = Pattern.compile("Indexed (\\d+) listings in ([\\d.]+) s.*");

  private IndexRate() {}

  static void measure(Installation installation) {
    List<Double> rates = new ArrayList<>();
    String last = "";
    for (int i = 0; i < TIMES; i++) {
      last = installation.control("search-index").strip();
      Matcher made = MADE.matcher(last);
      if (!made.matches()) {
        throw new IllegalStateException(last);
      }
      rates.add(Double.parseDouble(made.group(1)) / Double.parseDouble(made.group(2)));
    }
    double median = rates.stream().sorted().toList().get(TIMES / 2);
    System.out.printf(
        Locale.ROOT,
        "%n(h) search index made anew: median %.0f listings/s of %s (target ≥ %d)%s; %s%n",
        median,
        rates.stream().map(it -> String.format(Locale.ROOT, "%.0f", it)).toList(),
        LEAST,
        median < LEAST ? "  MISSED" : "",
        last);
  }
}
