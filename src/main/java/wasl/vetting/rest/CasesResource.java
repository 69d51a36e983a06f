package wasl.vetting.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import wasl.listing.ListingRefused;
import wasl.listing.Section;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.rest.PageJson;
import wasl.vetting.AskForChanges;
import wasl.vetting.CaseFile;
import wasl.vetting.CaseFiles;
import wasl.vetting.CaseId;
import wasl.vetting.CaseRow;
import wasl.vetting.ConditionText;
import wasl.vetting.ConfirmCondition;
import wasl.vetting.ConfirmDecision;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.OpenCase;
import wasl.vetting.Outcome;
import wasl.vetting.ProposalId;
import wasl.vetting.ProposeDecision;
import wasl.vetting.ResumeListing;
import wasl.vetting.ReturnProposal;
import wasl.vetting.SaveReview;
import wasl.vetting.SuspendListing;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingQueries.QueueFilter;
import wasl.vetting.VettingRefused;

/**
 * Cases for reviewers of their institution: one resource an action. Longer than others because each
 * action of the life cycle stands here, one line of work each.
 */
@Path("v1/cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CasesResource {
  @Inject private VettingQueries queries;
  @Inject private CaseFiles files;
  @Inject private OpenCase openCase;
  @Inject private SaveReview saveReview;
  @Inject private AskForChanges askForChanges;
  @Inject private ProposeDecision proposeDecision;
  @Inject private ConfirmDecision confirmDecision;
  @Inject private ReturnProposal returnProposal;
  @Inject private SuspendListing suspendListing;
  @Inject private ResumeListing resumeListing;
  @Inject private ConfirmCondition confirmCondition;
  @Inject private CurrentActor actor;
  @Inject private Clock clock;

  /** What a reviewer declares before the file opens. */
  public record OpeningJson(Interest interest, String reason) {}

  /** What to change, section by section. */
  public record ChangeRequestsJson(List<ChangeRequestJson> requests) {}

  /** One section and what to change there. */
  public record ChangeRequestJson(Section section, String message) {}

  /** A decision with its published summary; ticks and scores may come with it. */
  public record ProposalRequestJson(
      Outcome outcome,
      String summary,
      String note,
      List<CaseJson.ConditionTextJson> conditions,
      List<ReviewJson.AnswerJson> checklist,
      List<ReviewJson.ScoreJson> scores) {}

  /** Which proposal is meant; left out: the one that waits. A note for a return. */
  public record AnswerToProposalJson(String proposal, String note) {}

  /** A reason that is published. */
  public record ReasonJson(String reason) {}

  /** Which condition of the listing is met. */
  public record ConditionIdJson(String condition) {}

  /** The queue of the own institution; an auditor sees all. */
  @GET
  @Operation(summary = "The queue: part is NEW, REVIEW, CONFIRM, OVERDUE, DECIDED or ALL")
  public PageJson<CaseJson> queue(
      @QueryParam("part") @DefaultValue("ALL") QueueFilter part,
      @QueryParam("page") int page,
      @QueryParam("size") @DefaultValue("20") int size,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Page<CaseRow> rows =
        queries.queue(actor.get(), part, new Page.Wish(page, size), clock.instant());
    Lang lang = Lang.accepted(accepted);
    return PageJson.of(rows, row -> CaseJson.of(row, lang));
  }

  /** One case; the file itself only after the declaration of interest. */
  @GET
  @Path("{id}")
  @Operation(summary = "One case, with its file once no interest was declared")
  public CaseJson get(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    return answer(id(id), accepted);
  }

  /** Declares interest, NONE or RECUSED, and opens the file. */
  @POST
  @Path("{id}/opening")
  @Operation(summary = "Declare interest (NONE or RECUSED) and open the file")
  public CaseJson open(
      @PathParam("id") String id,
      OpeningJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    openCase.handle(
        new OpenCase.Command(
            actor.get(),
            id(id),
            body == null ? null : body.interest(),
            body == null ? null : body.reason()));
    return answer(id(id), accepted);
  }

  /** Saves ticks and scores. */
  @PUT
  @Path("{id}/review")
  @Operation(summary = "Save ticks and scores; what is left out stays")
  public CaseJson review(
      @PathParam("id") String id,
      ReviewJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    save(id(id), body == null ? new ReviewJson(null, null) : body);
    return answer(id(id), accepted);
  }

  /** Asks the entrepreneur for changes. */
  @POST
  @Path("{id}/change-requests")
  @Operation(summary = "Ask the entrepreneur for changes, section by section")
  public CaseJson askForChanges(
      @PathParam("id") String id,
      ChangeRequestsJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    Map<Section, String> messages = new EnumMap<>(Section.class);
    if (body != null && body.requests() != null) {
      for (ChangeRequestJson each : body.requests()) {
        if (each.section() == null) {
          throw new Refused(new VettingRefused.SectionsMissing());
        }
        messages.merge(each.section(), each.message(), (first, more) -> first + "\n" + more);
      }
    }
    askForChanges.handle(new AskForChanges.Command(actor.get(), id(id), messages));
    return answer(id(id), accepted);
  }

  /** Proposes to approve or to reject. */
  @POST
  @Path("{id}/proposals")
  @Operation(summary = "Propose to approve or to reject; a colleague has to confirm")
  public Response propose(
      @PathParam("id") String id,
      ProposalRequestJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    if (body == null || body.outcome() == null || body.outcome() == Outcome.STOP) {
      throw new Refused(new VettingRefused.OutcomeMissing());
    }
    ReviewJson review = new ReviewJson(body.checklist(), body.scores());
    if (!review.isEmpty()) {
      save(id(id), review);
    }
    List<ConditionText> conditions =
        body.conditions() == null
            ? List.of()
            : body.conditions().stream()
                .map(each -> new ConditionText(each.text(), each.precondition()))
                .toList();
    proposeDecision.handle(
        new ProposeDecision.Command(
            actor.get(), id(id), body.outcome(), body.summary(), body.note(), conditions));
    return created(id(id), accepted);
  }

  /** Confirms a colleague's proposal. */
  @POST
  @Path("{id}/confirmations")
  @Operation(summary = "Confirm a colleague’s proposal: the decision is made")
  public CaseJson confirm(
      @PathParam("id") String id,
      AnswerToProposalJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    confirmDecision.handle(
        new ConfirmDecision.Command(actor.get(), id(id), proposal(id(id), body)));
    return answer(id(id), accepted);
  }

  /** Returns a proposal with a word, or takes the own one back. */
  @POST
  @Path("{id}/returns")
  @Operation(summary = "Return a colleague’s proposal with a note, or take the own one back")
  public CaseJson giveBack(
      @PathParam("id") String id,
      AnswerToProposalJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    returnProposal.handle(
        new ReturnProposal.Command(
            actor.get(), id(id), proposal(id(id), body), body == null ? null : body.note()));
    return answer(id(id), accepted);
  }

  /** Suspends the published listing with a published reason. */
  @POST
  @Path("{id}/suspension")
  @Operation(summary = "Suspend the published listing with a published reason")
  public CaseJson suspend(
      @PathParam("id") String id,
      ReasonJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    suspendListing.handle(
        new SuspendListing.Command(actor.get(), id(id), body == null ? null : body.reason()));
    return answer(id(id), accepted);
  }

  /** Lets a suspended listing go on. */
  @POST
  @Path("{id}/resumption")
  @Operation(summary = "Let the suspended listing go on")
  public CaseJson resume(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    resumeListing.handle(new ResumeListing.Command(actor.get(), id(id)));
    return answer(id(id), accepted);
  }

  /** Proposes to stop the listing for good. */
  @POST
  @Path("{id}/stop")
  @Operation(summary = "Propose to stop the listing for good; a colleague has to confirm")
  public Response stop(
      @PathParam("id") String id,
      ReasonJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    proposeDecision.handle(
        new ProposeDecision.Command(
            actor.get(),
            id(id),
            Outcome.STOP,
            body == null ? null : body.reason(),
            null,
            List.of()));
    return created(id(id), accepted);
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
    confirmCondition.handle(new ConfirmCondition.Command(actor.get(), id(id), condition));
    return answer(id(id), accepted);
  }

  private void save(CaseId id, ReviewJson review) {
    CaseFile file = files.of(actor.get(), id, clock.instant());
    saveReview.handle(
        new SaveReview.Command(actor.get(), id, review.answers(file), review.scoreMap(), null));
  }

  private ProposalId proposal(CaseId id, AnswerToProposalJson body) {
    if (body != null && body.proposal() != null) {
      return ProposalId.parse(body.proposal())
          .orElseThrow(() -> new Refused(new VettingRefused.ProposalChanged()));
    }
    CaseFile.ProposalView pending = files.of(actor.get(), id, clock.instant()).pending();
    return pending == null ? null : pending.id();
  }

  private CaseJson answer(CaseId id, String accepted) {
    return CaseJson.of(files.of(actor.get(), id, clock.instant()), Lang.accepted(accepted));
  }

  private Response created(CaseId id, String accepted) {
    return Response.status(Response.Status.CREATED).entity(answer(id, accepted)).build();
  }

  private static CaseId id(String text) {
    return CaseId.parse(text).orElseThrow(() -> new Refused(new VettingRefused.NotFound()));
  }
}
