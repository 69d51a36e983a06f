package wasl.payment.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import wasl.party.Actor;
import wasl.payment.ReceiveWebhook;

/** {@code POST /webhooks/stripe}: 200 once stored, 400 for anything not signed well. */
@Path("v1/webhooks/stripe")
@ApplicationScoped
public class WebhooksResource {

  @Inject private ReceiveWebhook receive;

  @POST
  @Consumes(MediaType.WILDCARD)
  public Response told(@HeaderParam("Stripe-Signature") String signature, String body) {
    receive.handle(new ReceiveWebhook.Command(Actor.SYSTEM, signature, body));
    return Response.ok().build();
  }
}
