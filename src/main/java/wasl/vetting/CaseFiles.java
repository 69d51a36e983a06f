package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wasl.listing.ListingState;
import wasl.listing.Section;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.vetting.Declarations.Interest;

/** Puts together what a reader sees of a case. */
@ApplicationScoped
public class CaseFiles {
  @Inject private VettingQueries queries;
  @Inject private VettingRecords records;
  @Inject private ReviewAccess access;
  @Inject private Cases cases;
  @Inject private Declarations declarations;
  @Inject private Checklists checklists;
  @Inject private Sheets sheets;
  @Inject private ChangeRequests requests;

  /**
   * The case as this reader sees it.
   *
   * @throws wasl.shared.Refused {@link VettingRefused.NotFound}, {@link wasl.party.AccessRefused}
   */
  public CaseFile of(Actor by, CaseId id, Instant now) {
    CaseRow row = queries.row(by, id, now);
    Case file = cases.get(id);
    PartyId reader = by.party();
    Declarations.Declaration declared = declarations.of(id, reader).orElse(null);
    boolean none = declared != null && declared.interest() == Interest.NONE;
    boolean before = access.decidedBefore(file, reader);
    boolean interested = access.interested(reader, row.listing().owner(), row.listing().id());
    List<VettingRecordView.MomentView> timeline = records.timeline(id);
    return new CaseFile(
        row,
        declared,
        CaseReaders.auditsOnly(by, row.lead().id()) || none && !interested,
        none && !before && !interested && file.state() != CaseState.CLOSED,
        interested,
        before,
        checklists.version(file.checklist()),
        items(file),
        checklists.scores(id),
        sheets.of(id, reader).orElse(Sheets.Sheet.EMPTY),
        cases.pending(id).map(pending -> proposal(pending, reader)).orElse(null),
        requests.of(id),
        changed(timeline),
        records.conditions(file.listing()),
        timeline,
        CaseState.LIFECYCLE.actions(file.state()),
        ListingState.LIFECYCLE.actions(row.listing().state()));
  }

  private List<CaseFile.ItemView> items(Case file) {
    Map<Long, Checklists.Given> answers = checklists.answers(file.id());
    return checklists.items(file.checklist()).stream()
        .map(
            item ->
                new CaseFile.ItemView(
                    item, answers.getOrDefault(item.id(), Checklists.Given.NOTHING)))
        .toList();
  }

  private CaseFile.ProposalView proposal(Proposal pending, PartyId reader) {
    return new CaseFile.ProposalView(
        pending.id(),
        pending.outcome(),
        pending.summary(),
        pending.note(),
        records.numbers(Set.of(pending.proposedBy())).get(pending.proposedBy()),
        pending.proposedBy().equals(reader),
        pending.proposedAt(),
        cases.conditions(pending.id()));
  }

  /**
   * The sections that the owner changed after the last request, also those that came to lack
   * something and for which nobody asked; none while the request is unanswered.
   */
  private static Set<Section> changed(List<VettingRecordView.MomentView> timeline) {
    Set<Section> changed = new TreeSet<>();
    for (VettingRecordView.MomentView moment : timeline) {
      if (moment.kind() == CaseSteps.StepKind.CHANGES_REQUESTED) {
        changed.clear();
      } else if (moment.kind() == CaseSteps.StepKind.RESUBMITTED) {
        changed.addAll(moment.sections());
      }
    }
    return changed;
  }
}
