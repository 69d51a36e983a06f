package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.CurrentActor;
import wasl.vetting.ConfirmDecision;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.OpenCase;
import wasl.vetting.ReturnProposal;

/** Declaring interest, and answering a colleague's proposal. */
@Named
@RequestScoped
public class CaseDecision {
  @Inject private CasePage page;
  @Inject private CaseFields fields;
  @Inject private OpenCase openCase;
  @Inject private ConfirmDecision confirmDecision;
  @Inject private ReturnProposal returnProposal;
  @Inject private CurrentActor actor;

  /** Declares interest and opens the file. */
  public void open() {
    Interest interest = CaseFields.constant(Interest.class, fields.param("interest"));
    page.act(
        () ->
            openCase.handle(
                new OpenCase.Command(actor.get(), fields.id(), interest, fields.param("reason"))),
        interest == Interest.RECUSED ? "vetting.done.recused" : "vetting.done.opened",
        interest == Interest.RECUSED ? "/desk" : fields.here());
  }

  /** Steps back later. */
  public void stepBack() {
    page.act(
        () ->
            openCase.handle(
                new OpenCase.Command(
                    actor.get(), fields.id(), Interest.RECUSED, fields.param("reason"))),
        "vetting.done.recused",
        "/desk");
  }

  /** Confirms the proposal that stood on the page. */
  public void confirm() {
    page.act(
        () ->
            confirmDecision.handle(
                new ConfirmDecision.Command(actor.get(), fields.id(), fields.proposal())),
        "vetting.done.confirmed",
        fields.here());
  }

  /** Returns the proposal, or takes the own one back. */
  public void giveBack() {
    page.act(
        () ->
            returnProposal.handle(
                new ReturnProposal.Command(
                    actor.get(), fields.id(), fields.proposal(), fields.param("returnNote"))),
        "vetting.done.returned",
        fields.here());
  }
}
