package wasl.payment;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Asks once at the start which currencies the gateway's account settles in: only these may be
 * charged. A gateway that is down is told of in the log and in {@code /health/ready}, and stops
 * nothing: pledges are kept without it.
 */
@Readiness
@ApplicationScoped
public class GatewayReady implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(GatewayReady.class.getName());
  private static final Set<String> NEEDED = Set.of("USD", "EUR");

  @Resource private ManagedExecutorService threads;
  @Inject private StripeGateway gateway;

  private volatile String settles = "not asked yet";

  void atStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
    threads.execute(this::ask);
  }

  private void ask() {
    try {
      Set<String> currencies = gateway.settles();
      settles = String.join(", ", new TreeSet<>(currencies));
      Set<String> missing = new TreeSet<>(NEEDED);
      missing.removeAll(currencies);
      if (!missing.isEmpty()) {
        LOG.severe(() -> "the gateway's account does not settle in " + missing);
      }
    } catch (GatewaySilent silent) {
      settles = "unknown";
      LOG.log(Level.WARNING, "the gateway did not answer at the start: {0}", silent.getMessage());
    }
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("gateway").up().withData("settles", settles).build();
  }
}
