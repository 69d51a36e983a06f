package wasl.discovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code GET /health/ready}: a node is asked for nothing before it can search. Where a large index
 * has to be made anew that takes long: then the node serves everything else meanwhile. One that can
 * have no index any more is never ready, so that whoever watches starts it again.
 */
@Readiness
@ApplicationScoped
public class SearchReady implements HealthCheck {

  private static final long PATIENCE_NANOS = 30_000_000_000L;

  @Inject private NodeIndex index;
  @Inject private FollowListings follow;

  private final long sinceNanos = System.nanoTime();

  @Override
  public HealthCheckResponse call() {
    boolean ready = index.ready();
    return HealthCheckResponse.named("search")
        .status(!follow.lost() && (ready || System.nanoTime() - sinceNanos > PATIENCE_NANOS))
        .withData("index", follow.lost() ? "needs a restart" : ready ? "in use" : "is being made")
        .build();
  }
}
