package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import wasl.outbox.Handler;
import wasl.outbox.Lane;
import wasl.payment.PaymentEvent;
import wasl.shared.Ids;

/**
 * The demo's bank: what a finance officer says was sent to the gateway arrives there. Without it
 * each top-up of the demo would be booked and never seen at the gateway, which a comparison rightly
 * names after a week.
 */
@ApplicationScoped
public class CarryTopUps implements Handler<PaymentEvent.ClearingToppedUp> {

  private final HttpClient http = HttpClient.newHttpClient();

  @Override
  public String name() {
    return "demo.top-up";
  }

  @Override
  public Class<PaymentEvent.ClearingToppedUp> type() {
    return PaymentEvent.ClearingToppedUp.class;
  }

  @Override
  public Lane lane() {
    return Lane.MONEY;
  }

  @Override
  public void handle(long messageId, PaymentEvent.ClearingToppedUp event)
      throws IOException, InterruptedException {
    Config config = ConfigProvider.getConfig();
    String form =
        "amount=%d&currency=%s&description=%s"
            .formatted(
                event.amountMinor(),
                event.currency().toLowerCase(Locale.ROOT),
                URLEncoder.encode(event.reference(), StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(config.getValue("wasl.stripe.api.base", String.class) + "/v1/topups"))
            .header(
                "Authorization", "Bearer " + config.getValue("wasl.stripe.api.key", String.class))
            .header("Content-Type", "application/x-www-form-urlencoded")
            // the same journal, told again, is the same transfer
            .header("Idempotency-Key", "top-up-" + Ids.text(event.journal()))
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the gateway does not take the top-up: " + answer.body());
    }
  }
}
