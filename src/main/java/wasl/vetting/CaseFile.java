package wasl.vetting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wasl.listing.ListingAction;
import wasl.listing.Section;
import wasl.vetting.Checklists.ChecklistItem;
import wasl.vetting.Checklists.Criterion;

/**
 * A case as its reviewers see it.
 *
 * @param declaration null until this reader has declared
 * @param open whether this reader sees the file: a reviewer who declared no interest, an auditor
 *     who is not a reviewer here
 * @param mayWork whether this reader may change something: declared, of the institution, without an
 *     interest, and in an appeal not among those who decided before
 * @param interested whether this reader has a stake in the listing
 * @param decidedBefore whether this reader decided what is appealed now
 * @param changed the sections that the owner changed at the last request
 * @param actions what the case's life cycle allows now
 * @param listingActions what the listing's life cycle allows now
 */
public record CaseFile(
    CaseRow row,
    Declarations.Declaration declaration,
    boolean open,
    boolean mayWork,
    boolean interested,
    boolean decidedBefore,
    int checklistVersion,
    List<ItemView> items,
    Map<Criterion, Integer> scores,
    Sheets.Sheet sheet,
    ProposalView pending,
    List<ChangeRequests.ChangeRequest> requests,
    Set<Section> changed,
    List<VettingRecordView.ConditionView> conditions,
    List<VettingRecordView.MomentView> timeline,
    Set<CaseAction> actions,
    Set<ListingAction> listingActions) {

  /** An item of the checklist with its answer. */
  public record ItemView(ChecklistItem item, Checklists.Given given) {}

  /**
   * The proposal that waits.
   *
   * @param officer the number of whoever made it
   * @param mine whether this reader made it, and so cannot confirm it
   */
  public record ProposalView(
      ProposalId id,
      Outcome outcome,
      String summary,
      String note,
      String officer,
      boolean mine,
      Instant at,
      List<ConditionText> conditions) {}
}
