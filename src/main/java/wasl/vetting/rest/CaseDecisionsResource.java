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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import wasl.party.CurrentActor;
import wasl.shared.Refused;
import wasl.shared.rest.JsonLists;
import wasl.vetting.ConditionText;
import wasl.vetting.ConfirmDecision;
import wasl.vetting.Outcome;
import wasl.vetting.ProposeDecision;
import wasl.vetting.ReturnProposal;
import wasl.vetting.VettingRefused;

/** Decisions by two reviewers: one resource an action. */
@Path("v1/cases")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseDecisionsResource {
  @Inject private ProposeDecision proposeDecision;
  @Inject private ConfirmDecision confirmDecision;
  @Inject private ReturnProposal returnProposal;
  @Inject private CaseAnswers answers;
  @Inject private CurrentActor actor;

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
      answers.save(CaseAnswers.id(id), review);
    }
    List<ConditionText> conditions =
        JsonLists.of(body.conditions()).stream()
            .map(each -> new ConditionText(each.text(), each.precondition()))
            .toList();
    proposeDecision.handle(
        new ProposeDecision.Command(
            actor.get(),
            CaseAnswers.id(id),
            body.outcome(),
            body.summary(),
            body.note(),
            conditions));
    return answers.created(CaseAnswers.id(id), accepted);
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
        new ConfirmDecision.Command(
            actor.get(),
            CaseAnswers.id(id),
            answers.proposal(CaseAnswers.id(id), body == null ? null : body.proposal())));
    return answers.of(CaseAnswers.id(id), accepted);
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
            actor.get(),
            CaseAnswers.id(id),
            answers.proposal(CaseAnswers.id(id), body == null ? null : body.proposal()),
            body == null ? null : body.note()));
    return answers.of(CaseAnswers.id(id), accepted);
  }

  /** Proposes to stop the listing for good. */
  @POST
  @Path("{id}/stop")
  @Operation(summary = "Propose to stop the listing for good; a colleague has to confirm")
  public Response stop(
      @PathParam("id") String id,
      PublishedCasesResource.ReasonJson body,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
    proposeDecision.handle(
        new ProposeDecision.Command(
            actor.get(),
            CaseAnswers.id(id),
            Outcome.STOP,
            body == null ? null : body.reason(),
            null,
            List.of()));
    return answers.created(CaseAnswers.id(id), accepted);
  }
}
