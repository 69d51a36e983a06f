package wasl.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Two things measured in turns, so that the machine's moods strike both. */
final class Rounds {

  private final int rounds;
  private final Duration each;
  private final PrintStream out;

  Rounds(int rounds, Duration each, PrintStream out) {
    this.rounds = rounds;
    this.each = each;
    this.out = out;
  }

  /** A side of the comparison. */
  record Side(String name, Function<Duration, Load.Result> work) {}

  /**
   * Measures both in turns and prints the ratio of the medians.
   *
   * @param target the ratio to be reached, or null where there is none
   */
  double ratio(String title, Side measured, Side yardstick, Double target) {
    List<Load.Result> first = new ArrayList<>();
    List<Load.Result> second = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      first.add(measured.work().apply(each));
      second.add(yardstick.work().apply(each));
    }
    Load.Result a = median(first);
    Load.Result b = median(second);
    double ratio = a.perSecond() / b.perSecond();
    String wanted = target == null ? "" : String.format(Locale.ROOT, " (target ≥ %.2f)", target);
    out.printf(
        Locale.ROOT,
        "%n%s%n  ratio %.3f%s, median of %d rounds of %d s%n",
        title,
        ratio,
        wanted,
        rounds,
        each.toSeconds());
    print(measured.name(), a, first);
    print(yardstick.name(), b, second);
    return ratio;
  }

  private void print(String name, Load.Result median, List<Load.Result> all) {
    double least = all.stream().mapToDouble(Load.Result::perSecond).min().orElse(0);
    double most = all.stream().mapToDouble(Load.Result::perSecond).max().orElse(0);
    out.printf(
        Locale.ROOT,
        "  %-34s %9.1f/s (%.1f–%.1f), p50 %.2f ms, p95 %.2f ms, p99 %.2f ms, failed %d%n",
        name,
        median.perSecond(),
        least,
        most,
        median.p50(),
        median.p95(),
        median.p99(),
        all.stream().mapToLong(Load.Result::failed).sum());
  }

  static Load.Result median(List<Load.Result> results) {
    return results.stream()
        .sorted(Comparator.comparingDouble(Load.Result::perSecond))
        .toList()
        .get(results.size() / 2);
  }
}
