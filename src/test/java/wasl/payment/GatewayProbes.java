package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import wasl.shared.GatewayWork;

/**
 * As many kinds of work as the others have threads, which ask the gateway while they are told to.
 */
@ApplicationScoped
public class GatewayProbes {

  static final int ALL = 4;

  @Inject private StripeGateway gateway;

  private final AtomicInteger asking = new AtomicInteger();
  private volatile boolean on;

  void ask() {
    on = true;
  }

  void enough() {
    on = false;
  }

  /** How many stand at the gateway now. */
  int asking() {
    return asking.get();
  }

  void stand() {
    if (!on) {
      return;
    }
    asking.incrementAndGet();
    try {
      while (on) {
        askOnce();
      }
    } finally {
      asking.decrementAndGet();
    }
  }

  private void askOnce() {
    try {
      gateway.settles();
    } catch (GatewaySilent silent) {
      // that is what is wanted
    }
  }

  abstract static class Probe implements GatewayWork {

    @Inject private GatewayProbes probes;

    @Override
    public String name() {
      return "probe-" + getClass().getSimpleName();
    }

    @Override
    public Optional<Instant> nextDue() {
      return Optional.empty();
    }

    @Override
    public int doDue(Instant now) {
      probes.stand();
      return 0;
    }
  }

  /** The first. */
  @ApplicationScoped
  public static class First extends Probe {}

  /** The second. */
  @ApplicationScoped
  public static class Second extends Probe {}

  /** The third. */
  @ApplicationScoped
  public static class Third extends Probe {}

  /** The fourth. */
  @ApplicationScoped
  public static class Fourth extends Probe {}
}
