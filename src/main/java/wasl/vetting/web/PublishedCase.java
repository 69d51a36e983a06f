package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.listing.ListingRefused;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.vetting.ConfirmCondition;
import wasl.vetting.Outcome;
import wasl.vetting.ProposeDecision;
import wasl.vetting.ResumeListing;
import wasl.vetting.SuspendListing;

/** What the lead does about a listing after its decision. */
@Named
@RequestScoped
public class PublishedCase {
  @Inject private CasePage page;
  @Inject private CaseFields fields;
  @Inject private SuspendListing suspendListing;
  @Inject private ResumeListing resumeListing;
  @Inject private ProposeDecision proposeDecision;
  @Inject private ConfirmCondition confirmCondition;
  @Inject private CurrentActor actor;

  /** Suspends the published listing. */
  public void suspend() {
    page.act(
        () ->
            suspendListing.handle(
                new SuspendListing.Command(
                    actor.get(), fields.id(), fields.param("suspendReason"))),
        "vetting.done.suspended",
        fields.here());
  }

  /** Lets it go on. */
  public void resume() {
    page.act(
        () -> resumeListing.handle(new ResumeListing.Command(actor.get(), fields.id())),
        "vetting.done.resumed",
        fields.here());
  }

  /** Proposes to stop it for good. */
  public void stop() {
    page.act(
        () ->
            proposeDecision.handle(
                new ProposeDecision.Command(
                    actor.get(),
                    fields.id(),
                    Outcome.STOP,
                    fields.param("stopReason"),
                    null,
                    List.of())),
        "vetting.done.stopProposed",
        fields.here());
  }

  /** Confirms that the chosen condition is met. */
  public void condition() {
    page.act(
        () ->
            confirmCondition.handle(
                new ConfirmCondition.Command(
                    actor.get(),
                    fields.id(),
                    Ids.parse(fields.param("condition"))
                        .orElseThrow(() -> new Refused(new ListingRefused.NotFound())))),
        "vetting.done.condition",
        fields.here());
  }
}
