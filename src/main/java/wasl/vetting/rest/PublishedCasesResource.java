package wasl.vetting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import wasl.listing.ListingRefused;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.vetting.ConfirmCondition;
import wasl.vetting.ResumeListing;
import wasl.vetting.SuspendListing;

/** What the lead does with a listing after its decision: one resource an action. */
@Path("v1/cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PublishedCasesResource {
  @Inject private SuspendListing suspendListing;
  @Inject private ResumeListing resumeListing;
  @Inject private ConfirmCondition confirmCondition;
  @Inject private CaseAnswers answers;
  @Inject private CurrentActor actor;

  /** A reason that is published. */
  public record ReasonJson(String reason) {}

  /** Which condition of the listing is met. */
  public record ConditionIdJson(String condition) {}

  /** Suspends the published listing with a published reason. */
  @POST
  @Path("{id}/suspension")
  @Operation(summary = "Suspend the published listing with a published reason")
  public CaseJson suspend(
      @PathParam("id") String id,
      ReasonJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    suspendListing.handle(
        new SuspendListing.Command(
            actor.get(), CaseAnswers.id(id), body == null ? null : body.reason()));
    return answers.of(CaseAnswers.id(id), accepted);
  }

  /** Lets a suspended listing go on. */
  @POST
  @Path("{id}/resumption")
  @Operation(summary = "Let the suspended listing go on")
  public CaseJson resume(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    resumeListing.handle(new ResumeListing.Command(actor.get(), CaseAnswers.id(id)));
    return answers.of(CaseAnswers.id(id), accepted);
  }

  /** Confirms that a condition is met. */
  @POST
  @Path("{id}/condition-confirmations")
  @Operation(summary = "Confirm that a condition of the approval is met")
  public CaseJson confirmCondition(
      @PathParam("id") String id,
      ConditionIdJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    long condition =
        Ids.parse(body == null ? null : body.condition())
            .orElseThrow(() -> new Refused(new ListingRefused.NotFound()));
    confirmCondition.handle(
        new ConfirmCondition.Command(actor.get(), CaseAnswers.id(id), condition));
    return answers.of(CaseAnswers.id(id), accepted);
  }
}
