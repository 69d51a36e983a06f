package wasl.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code GET /health/ready}: up while the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  @Inject private Sql sql;

  @Override
  public HealthCheckResponse call() {
    try {
      return HealthCheckResponse.named("database").status(sql.number("SELECT 1") == 1).build();
    } catch (RuntimeException unreachable) {
      return HealthCheckResponse.named("database").down().build();
    }
  }
}
