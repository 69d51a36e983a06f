package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code GET /health/ready} of a demo that is being made: until its story has been told its people
 * cannot sign in, and its clock stands in the past. Where nobody is going to tell the story ({@code
 * WASL_DEMO_AWAITED} is not {@code true}: at each later start, and under most tests) it is up.
 */
@Readiness
@ApplicationScoped
public class DemoReady implements HealthCheck {

  @Inject
  @ConfigProperty(name = "wasl.demo.awaited", defaultValue = "false")
  private boolean awaited;

  @Inject private DemoStory story;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("demo").status(!awaited || isOver()).build();
  }

  private boolean isOver() {
    try {
      return story.isOver();
    } catch (RuntimeException databaseAway) {
      return false;
    }
  }
}
