package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.listing.Conditions;
import wasl.listing.Listing;
import wasl.listing.ListingCondition;
import wasl.listing.Listings;
import wasl.party.Actor;
import wasl.shared.Refused;
import wasl.vetting.CaseSteps.StepKind;

/**
 * A second reviewer of the lead confirms what the first has proposed: now the listing is approved,
 * rejected or stopped. The command names the proposal that the reviewer has read.
 *
 * <p>Refusals: those of {@link ReviewAccess}, {@link VettingRefused.FourEyes}, {@link
 * VettingRefused.CaseChanged}, {@link VettingRefused.ProposalChanged}, {@link
 * wasl.listing.ListingRefused.StateChanged}.
 */
@ApplicationScoped
@Transactional
public class ConfirmDecision {
  @Inject private ReviewAccess access;
  @Inject private Cases cases;
  @Inject private Conditions conditions;
  @Inject private Listings listings;
  @Inject private CaseSteps steps;
  @Inject private Calendar calendar;
  @Inject private Clock clock;

  public record Command(Actor by, CaseId file, ProposalId proposal) {}

  public void handle(Command command) {
    Instant now = clock.instant();
    ReviewAccess.Opened opened = access.forWork(command.by(), command.file());
    Case file = opened.file();
    Proposal proposal = pending(cases, file, command.proposal());
    proposal.confirm(command.by().party(), now);
    file.decide(proposal.outcome(), calendar.of(file.institution()), now);
    cases.save(proposal);
    cases.save(file);
    cases.decide(file, proposal);
    StepKind kind = carryOut(proposal, opened.listing(), now);
    steps.add(file.id(), kind, command.by().party(), null, now);
    listings.save(opened.listing());
  }

  /** The proposal that was read, if it still waits. */
  static Proposal pending(Cases cases, Case file, ProposalId read) {
    if (!file.allows(CaseAction.CONFIRM)) {
      throw new Refused(new VettingRefused.CaseChanged(file.state()));
    }
    return cases
        .pending(file.id())
        .filter(pending -> pending.id().equals(read))
        .orElseThrow(() -> new Refused(new VettingRefused.ProposalChanged()));
  }

  private StepKind carryOut(Proposal proposal, Listing listing, Instant now) {
    switch (proposal.outcome()) {
      case APPROVE -> {
        listing.approve(now);
        conditions.add(
            cases.conditions(proposal.id()).stream()
                .map(
                    each ->
                        new ListingCondition(
                            listing.id(), proposal.lang(), each.text(), each.precondition(), now))
                .toList());
        return StepKind.APPROVED;
      }
      case REJECT -> {
        listing.reject(now);
        return StepKind.REJECTED;
      }
      default -> {
        listing.stop(proposal.summary(), now);
        return StepKind.STOPPED;
      }
    }
  }
}
