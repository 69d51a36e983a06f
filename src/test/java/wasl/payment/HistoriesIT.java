package wasl.payment;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.shared.Ids;

/**
 * Whatever happens to a campaign, in whatever order, with whatever gateway: every promise holds
 * after each step. A world that broke one is lived again with {@code WASL_HISTORIES_SEED=…}; {@code
 * WASL_HISTORIES=…} says how many the long test lives through.
 */
@ExtendWith(ArquillianExtension.class)
class HistoriesIT {

  private static final Logger LOG = Logger.getLogger(HistoriesIT.class.getName());

  /** So many share the clock, the gateway's faults and the waiting for what is under way. */
  private static final int SIDE_BY_SIDE = 100;

  @Inject private Histories histories;
  @Inject private GatewayFixtures gateway;

  @AfterEach
  void behaveAgain() {
    gateway.behave();
    histories.endPauses();
  }

  /** In these a listing is stopped after it has collected, and all of it goes back. */
  @Test
  void aFewRandomHistoriesKeepEveryPromise() {
    live(3, () -> 4L);
  }

  @Test
  @Tag("long")
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void aThousandRandomHistoriesKeepEveryPromise() {
    live(setting("wasl.histories", Integer.class).orElse(1_000), Ids::next);
  }

  /** The few that run each time are the same ones; the many are others each time. */
  private void live(int all, LongSupplier usual) {
    long seed = setting("wasl.histories.seed", Long.class).orElseGet(usual::getAsLong);
    final long start = System.nanoTime();
    int lived = 0;
    int steps = 0;
    Map<String, Integer> moves = new TreeMap<>();
    Map<String, Long> spent = new TreeMap<>();
    for (int world = 0; lived < all; world++) {
      LOG.info("histories with seed " + (seed + world));
      Histories.Lived more = histories.live(seed + world, Math.min(SIDE_BY_SIDE, all - lived));
      lived += more.histories();
      steps += more.steps();
      more.spent().forEach((part, millis) -> spent.merge(part, millis, Long::sum));
      more.moves().forEach((move, times) -> moves.merge(move, times, Integer::sum));
      long millis = (System.nanoTime() - start) / 1_000_000;
      LOG.info(
          "%d of %d histories, %d steps, %d s, %d ms each; spent %s; moves %s"
              .formatted(lived, all, steps, millis / 1_000, millis / lived, spent, moves));
    }
  }

  private static <T> Optional<T> setting(String name, Class<T> type) {
    return ConfigProvider.getConfig().getOptionalValue(name, type);
  }
}
