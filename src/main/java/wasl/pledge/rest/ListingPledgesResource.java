package wasl.pledge.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import wasl.listing.ListingId;
import wasl.listing.ListingRefused;
import wasl.money.Money;
import wasl.money.MoneyRefused;
import wasl.party.Actor;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.pledge.PlacePledge;
import wasl.shared.Refused;

/** Placing pledges: {@code POST /listings/{id}/pledges}. */
@Path("v1/listings/{id}/pledges")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ListingPledgesResource {

  @Inject private CurrentActor current;
  @Inject private PlacePledge place;

  /** 201 with the new pledge; 200 with the same one for the same key and content. */
  @POST
  public Response place(
      @PathParam("id") String listing,
      @HeaderParam("Idempotency-Key") String key,
      NewPledgeJson body) {
    Actor by = current.get();
    by.require(Permission.PLACE_PLEDGE);
    if (body == null || body.amount() == null) {
      throw new Refused(new MoneyRefused.InvalidAmount());
    }
    Money amount = body.amount().money();
    Money tip = body.tip() == null ? Money.zero(amount.currency()) : body.tip().money();
    PlacePledge.Placed placed =
        place.handle(
            new PlacePledge.Command(
                by,
                ListingId.parse(listing)
                    .orElseThrow(() -> new Refused(new ListingRefused.NotFound())),
                amount,
                tip,
                Boolean.TRUE.equals(body.publicName()),
                Boolean.TRUE.equals(body.riskConsent()),
                true,
                key));
    PledgeJson json = PledgeJson.of(placed.view(), by.lang());
    return Response.status(placed.repeated() ? 200 : 201).entity(json).build();
  }
}
