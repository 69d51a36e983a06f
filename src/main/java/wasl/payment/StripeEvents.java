package wasl.payment;

import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** What Stripe could not tell, as it keeps it for 30 days. Never called inside a transaction. */
@ApplicationScoped
public class StripeEvents {

  @Inject private StripeGateway gateway;

  /**
   * Events that no webhook has brought, the newest first.
   *
   * @param most how many at most
   * @throws GatewaySilent where no useful answer came
   */
  List<Webhooks.Told> undelivered(int most) {
    EventListParams params =
        EventListParams.builder().setDeliverySuccess(false).setLimit(100L).build();
    try {
      return StripePages.all(() -> read(params, most));
    } catch (StripeException failed) {
      throw new GatewaySilent(failed);
    }
  }

  private List<Webhooks.Told> read(EventListParams params, int most) throws StripeException {
    List<Webhooks.Told> told = new ArrayList<>();
    for (Event event : gateway.client().v1().events().list(params).autoPagingIterable()) {
      told.add(new Webhooks.Told(event.getId(), event.getType(), object(event)));
      if (told.size() == most) {
        break;
      }
    }
    return told;
  }

  /** The id of what it is about; empty for what has none. Only the id is needed, in any version. */
  private static String object(Event event) {
    String raw = event.getDataObjectDeserializer().getRawJson();
    try (JsonReader reader = Json.createReader(new StringReader(raw))) {
      return reader.readObject().getString("id", "");
    }
  }
}
