package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells in {@code /health/ready} which currencies the gateway's account settles in. A gateway that
 * is down stops nothing: pledges are kept without it.
 */
@Readiness
@ApplicationScoped
public class GatewayReady implements HealthCheck {

  @Inject private SettledCurrencies settled;

  @Override
  public HealthCheckResponse call() {
    String settles =
        settled
            .known()
            .map(all -> all.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")))
            .orElse("unknown");
    return HealthCheckResponse.named("gateway").up().withData("settles", settles).build();
  }
}
