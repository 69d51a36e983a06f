package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import wasl.party.Actor;
import wasl.shared.Refused;

/**
 * Stores what the gateway tells, once. Its words are not believed: they only say where to look
 * again, so that order and repetition do not matter.
 */
@ApplicationScoped
public class ReceiveWebhook {

  private static final int LONGEST_ID = 100;

  @Inject private StripeSignature signature;
  @Inject private KeepEvents keep;

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
    keep.handle(new KeepEvents.Command(command.by(), List.of(read(command.body()))));
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
