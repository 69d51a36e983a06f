package wasl.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * {@code GET /health/live}: down where only another start helps, so that whoever watches does so.
 */
@Liveness
@ApplicationScoped
public class ProcessLive implements HealthCheck {

  @Inject private Damage damage;

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("process").status(damage.first().isEmpty());
    damage.first().ifPresent(where -> answer.withData("damaged", where));
    return answer.build();
  }
}
