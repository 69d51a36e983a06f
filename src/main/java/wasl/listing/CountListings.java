package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wasl.shared.DueWork;
import wasl.shared.Sql;

/**
 * Rolls the tail of counted listings up into one cell for each combination of filters, where {@code
 * *} stands for any: a total is then one row, however many listings there are.
 */
@ApplicationScoped
public class CountListings implements DueWork {

  private static final int PORTION = 500;
  private static final String ANY = "*";

  @Inject private Sql sql;

  private record Tail(
      long id, String state, String sector, String governorate, String model, int n) {}

  @Override
  public String name() {
    return "listing-counts";
  }

  /** Never: totals are right without it, only a little slower. */
  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  /** Rolls up a portion. */
  @Override
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public int doDue(Instant now) {
    List<Tail> tail =
        sql.list(
            "SELECT id, state, sector, governorate, model, n FROM listing_count_tail"
                + " ORDER BY id LIMIT "
                + PORTION
                + " FOR UPDATE SKIP LOCKED",
            row ->
                new Tail(
                    row.getLong("id"),
                    row.getString("state"),
                    row.getString("sector"),
                    row.getString("governorate"),
                    row.getString("model"),
                    row.getInt("n")));
    if (tail.isEmpty()) {
      return 0;
    }
    // Sorted, so that two who ever did this at once would lock the cells in the same order.
    Map<List<String>, Integer> cells =
        new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Tail each : tail) {
      for (int mask = 0; mask < 16; mask++) {
        cells.merge(
            List.of(
                (mask & 1) == 0 ? ANY : each.state(),
                (mask & 2) == 0 ? ANY : each.sector(),
                (mask & 4) == 0 ? ANY : each.governorate(),
                (mask & 8) == 0 ? ANY : each.model()),
            each.n(),
            Integer::sum);
      }
    }
    cells.forEach(this::add);
    String marks = tail.stream().map(each -> "?").collect(Collectors.joining(", "));
    return sql.change(
        "DELETE FROM listing_count_tail WHERE id IN (" + marks + ")",
        tail.stream().map(Tail::id).toArray());
  }

  private void add(List<String> cell, int n) {
    if (n != 0) {
      sql.change(
          "INSERT INTO listing_count (state, sector, governorate, model, n) VALUES (?, ?, ?, ?, ?)"
              + " ON DUPLICATE KEY UPDATE n = n + ?",
          cell.get(0),
          cell.get(1),
          cell.get(2),
          cell.get(3),
          n,
          n);
    }
  }
}
