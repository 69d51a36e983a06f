package wasl.sandbox.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The sandbox's own calls: it shares the demo's clock and says when it has nothing left to send.
 */
@ApplicationScoped
public class StripeControl {

  private final HttpClient http = HttpClient.newHttpClient();

  void clockOffset(Duration offset) {
    call("POST", "/_sandbox/clock", "{\"offsetSeconds\":" + offset.toSeconds() + "}");
  }

  boolean idle() {
    return call("GET", "/_sandbox/idle", "").contains("true");
  }

  private String call(String method, String path, String body) {
    Config config = ConfigProvider.getConfig();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(config.getValue("wasl.stripe.api.base", String.class) + path))
            .header(
                "Authorization", "Bearer " + config.getValue("wasl.stripe.api.key", String.class))
            .timeout(Duration.ofSeconds(10))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException unreachable) {
      throw new IllegalStateException("the Stripe sandbox does not answer", unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
