package wasl.vetting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import wasl.listing.ListingId;
import wasl.listing.ListingReaders;
import wasl.listing.ListingRefused;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingRefused;

/** {@code GET /listings/{id}/vetting}: the public vetting record. */
@Path("v1/listings/{listing}/vetting")
@ApplicationScoped
public class ListingVettingResource {
  @Inject private VettingQueries vetting;
  @Inject private ListingReaders readers;
  @Inject private CurrentActor actor;

  /** The record; of a listing that was never published only for its owner and who vets it. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The public vetting record of a listing")
  public VettingJson get(
      @PathParam("listing") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    ListingId listing =
        ListingId.parse(id).orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    if (!readers.allow(actor.get(), listing)) {
      throw new Refused(new ListingRefused.NotFound());
    }
    return vetting
        .record(listing)
        .map(record -> VettingJson.of(record, Lang.accepted(accepted)))
        .orElseThrow(() -> new Refused(new VettingRefused.NotFound()));
  }
}
