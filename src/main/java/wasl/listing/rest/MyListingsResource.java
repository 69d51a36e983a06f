package wasl.listing.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import wasl.listing.AppealListing;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.ListingState;
import wasl.listing.PublishListing;
import wasl.listing.RecallListing;
import wasl.listing.ResubmitListing;
import wasl.listing.SubmitListing;
import wasl.listing.WithdrawListing;
import wasl.party.CurrentActor;
import wasl.shared.Refused;

/** The owner's actions on a listing, one resource each; all answer with its new state. */
@Path("v1/my/listings/{id}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MyListingsResource {

  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject private CurrentActor current;
  @Inject private ListingQueries queries;
  @Inject private SubmitListing submitListing;
  @Inject private RecallListing recallListing;
  @Inject private ResubmitListing resubmitListing;
  @Inject private WithdrawListing withdrawListing;
  @Inject private AppealListing appealListing;
  @Inject private PublishListing publishListing;

  /**
   * Where the listing stands by now.
   *
   * @param opensAt null before publication, as the deadline
   */
  public record StateJson(String id, ListingState state, Instant opensAt, Instant deadline) {}

  /**
   * When to begin.
   *
   * @param startsAt null for at once
   */
  public record PublicationJson(Instant startsAt) {}

  @POST
  @Path("submission")
  @Operation(
      summary = "Submit for vetting",
      description =
          "By submitting, the entrepreneur accepts that the money is paid if at least the minimum"
              + " viable amount is collected.")
  public StateJson submit(@PathParam("id") String id) {
    submitListing.handle(new SubmitListing.Command(current.get(), listing(id), true));
    return state(id);
  }

  @POST
  @Path("recall")
  public StateJson recall(@PathParam("id") String id) {
    recallListing.handle(new RecallListing.Command(current.get(), listing(id)));
    return state(id);
  }

  @POST
  @Path("resubmission")
  public StateJson resubmit(@PathParam("id") String id) {
    resubmitListing.handle(new ResubmitListing.Command(current.get(), listing(id)));
    return state(id);
  }

  @POST
  @Path("withdrawal")
  public StateJson withdraw(@PathParam("id") String id) {
    withdrawListing.handle(new WithdrawListing.Command(current.get(), listing(id)));
    return state(id);
  }

  @POST
  @Path("appeal")
  public StateJson appeal(@PathParam("id") String id) {
    appealListing.handle(new AppealListing.Command(current.get(), listing(id)));
    return state(id);
  }

  /** Publishes; a body is needed only to choose a later start. */
  @POST
  @Path("publication")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  public StateJson publish(
      @PathParam("id") String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = PublicationJson.class)))
          String publication) {
    // Read by hand: an empty body, which means at once, would be refused as malformed JSON.
    PublicationJson body =
        publication == null || publication.isBlank()
            ? null
            : JSON.fromJson(publication, PublicationJson.class);
    Instant start = body == null ? null : body.startsAt();
    publishListing.handle(new PublishListing.Command(current.get(), listing(id), start));
    return state(id);
  }

  private StateJson state(String id) {
    ListingFacts facts = queries.facts(listing(id));
    return new StateJson(id, facts.state(), facts.opensAt(), facts.deadline());
  }

  private static ListingId listing(String id) {
    return ListingId.parse(id).orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
  }
}
