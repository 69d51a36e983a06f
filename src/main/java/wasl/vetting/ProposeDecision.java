package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import wasl.listing.ListingAction;
import wasl.listing.ListingRefused;
import wasl.party.Actor;
import wasl.shared.DomainEvent;
import wasl.shared.Refused;
import wasl.vetting.CaseSteps.StepKind;

/**
 * A reviewer proposes to approve, to reject, or to stop a listing for good, with published reasons.
 * Approval and rejection need the filled checklist. Nothing happens to the listing before another
 * reviewer confirms.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link Reasons} and {@link
 * Checklists#refuseIncomplete}; {@link VettingRefused.CaseChanged} where a colleague was faster;
 * {@link ListingRefused.StateChanged} where the listing cannot be stopped.
 */
@ApplicationScoped
@Transactional
public class ProposeDecision {
  @Inject private ReviewAccess access;
  @Inject private Checklists checklists;
  @Inject private Cases cases;
  @Inject private CaseSteps steps;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * @param conditions attached to an approval; ignored otherwise
   */
  public record Command(
      Actor by,
      CaseId file,
      Outcome outcome,
      String summary,
      String note,
      List<ConditionText> conditions) {}

  /** The proposal's id: whoever confirms names it. */
  public ProposalId handle(Command command) {
    Actor by = command.by();
    Instant now = clock.instant();
    ReviewAccess.Opened opened = access.forWork(by, command.file());
    Case file = opened.file();
    boolean stop = command.outcome() == Outcome.STOP;
    if (stop && !opened.listing().allows(ListingAction.STOP)) {
      throw new Refused(new ListingRefused.StateChanged(opened.listing().state()));
    }
    file.propose(command.outcome());
    Reasons reasons = new Reasons(command.outcome(), by.lang(), command.summary(), command.note());
    if (!stop) {
      checklists.refuseIncomplete(file);
    }
    Proposal proposal = new Proposal(file, reasons, by.party(), now);
    cases.save(proposal);
    if (command.outcome() == Outcome.APPROVE) {
      cases.attach(proposal.id(), ConditionText.cleaned(command.conditions()));
    }
    cases.save(file);
    StepKind kind = stop ? StepKind.STOP_PROPOSED : StepKind.PROPOSED;
    steps.add(file.id(), kind, by.party(), null, now);
    events.fire(
        new VettingEvent.DecisionProposed(
            file.id(), file.listing(), file.institution(), proposal.id(), by.party()));
    return proposal.id();
  }
}
