package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.party.Actor;
import wasl.shared.DomainEvent;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.vetting.CaseSteps.StepKind;

/**
 * A reviewer does not confirm a proposal and returns it with a word; whoever made it may take it
 * back in the same way. The case is in review again.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link VettingRefused.ReturnNoteMissing}, {@link
 * VettingRefused.CaseChanged}, {@link VettingRefused.ProposalChanged}.
 */
@ApplicationScoped
@Transactional
public class ReturnProposal {
  @Inject private ReviewAccess access;
  @Inject private Cases cases;
  @Inject private CaseSteps steps;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * @param note what to look at again; for the institution only
   */
  public record Command(Actor by, CaseId file, ProposalId proposal, String note) {}

  public void handle(Command command) {
    String note = PlainText.lines(command.note());
    if (note == null) {
      throw new Refused(new VettingRefused.ReturnNoteMissing());
    }
    if (note.length() > Reasons.MOST) {
      throw new Refused(new VettingRefused.TextTooLong(Reasons.MOST));
    }
    Instant now = clock.instant();
    Case file = access.forWork(command.by(), command.file()).file();
    Proposal proposal = ConfirmDecision.pending(cases, file, command.proposal());
    proposal.giveBack(command.by().party(), note, now);
    file.takeBack();
    cases.save(proposal);
    cases.save(file);
    steps.add(file.id(), StepKind.RETURNED, command.by().party(), note, now);
    if (!proposal.proposedBy().equals(command.by().party())) {
      events.fire(
          new VettingEvent.ProposalReturned(
              file.id(), file.listing(), proposal.id(), proposal.proposedBy()));
    }
  }
}
