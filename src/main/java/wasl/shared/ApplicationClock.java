package wasl.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one source of the present instant. The demo replaces it by a clock that can be moved. */
@ApplicationScoped
public class ApplicationClock {

  @Produces
  public static Clock clock() {
    return Clock.systemUTC();
  }
}
