package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import wasl.party.Actor;
import wasl.shared.DomainEvent;
import wasl.shared.Refused;

/**
 * Stores what the gateway tells, once. Its words are not believed: they only say where to look
 * again, so that order and repetition do not matter.
 */
@ApplicationScoped
@Transactional
public class ReceiveWebhook {

  private static final int LONGEST_ID = 100;

  @Inject private StripeSignature signature;
  @Inject private Webhooks webhooks;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * @param header the signature's header; null where it is missing
   */
  public record Command(Actor by, String header, String body) {}

  /**
   * Stores the event.
   *
   * @throws Refused {@link PaymentRefused.NotSigned} for everything that is not signed well or is
   *     no event
   */
  public void handle(Command command) {
    // Signatures keep real time, also where the application's clock is moved.
    if (!signature.signs(command.header(), command.body(), Clock.systemUTC().instant())) {
      throw new Refused(new PaymentRefused.NotSigned());
    }
    Webhooks.Told told = read(command.body());
    if (webhooks.add(told, clock.instant())) {
      events.fire(new PaymentEvent.WebhookStored(told.event()));
    }
  }

  private static Webhooks.Told read(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonObject event = reader.readObject();
      String id = event.getString("id");
      String type = event.getString("type");
      String object = event.getJsonObject("data").getJsonObject("object").getString("id", "");
      if (id.length() > LONGEST_ID || type.length() > LONGEST_ID || object.length() > LONGEST_ID) {
        throw new Refused(new PaymentRefused.NotSigned());
      }
      return new Webhooks.Told(id, type, object);
    } catch (JsonException | NullPointerException | ClassCastException malformed) {
      throw new Refused(new PaymentRefused.NotSigned());
    }
  }
}
