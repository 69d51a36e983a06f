package wasl.payment;

import jakarta.inject.Inject;
import java.util.Map;
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
 * after each step. A world that broke one is lived again with {@code WASL_HISTORIES_SEED=…}.
 */
@ExtendWith(ArquillianExtension.class)
class HistoriesIT {

  private static final Logger LOG = Logger.getLogger(HistoriesIT.class.getName());

  @Inject private Histories histories;
  @Inject private GatewayFixtures gateway;

  @AfterEach
  void behaveAgain() {
    gateway.behave();
  }

  @Test
  void aFewRandomHistoriesKeepEveryPromise() {
    live(1, 6, () -> 20_261_122L);
  }

  @Test
  @Tag("long")
  @Timeout(value = 3, unit = TimeUnit.HOURS)
  void aThousandRandomHistoriesKeepEveryPromise() {
    live(50, 20, Ids::next);
  }

  /** The few that run each time are the same ones; the many are others each time. */
  private void live(int worlds, int each, LongSupplier usual) {
    long seed =
        ConfigProvider.getConfig()
            .getOptionalValue("wasl.histories.seed", Long.class)
            .orElseGet(usual::getAsLong);
    int steps = 0;
    Map<String, Integer> moves = new TreeMap<>();
    for (int world = 0; world < worlds; world++) {
      LOG.info("histories with seed " + (seed + world));
      Histories.Lived lived = histories.live(seed + world, each);
      steps += lived.steps();
      lived.moves().forEach((move, times) -> moves.merge(move, times, Integer::sum));
      LOG.info((world + 1) * each + " histories, " + steps + " steps, moves " + moves);
    }
  }
}
