package wasl.sandbox.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.listing.FundingModel;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.Section;
import wasl.party.Actor;
import wasl.shared.Sql;
import wasl.vetting.AskForChanges;
import wasl.vetting.CaseId;
import wasl.vetting.Checklists;
import wasl.vetting.Checklists.Answer;
import wasl.vetting.Checklists.Criterion;
import wasl.vetting.ConditionText;
import wasl.vetting.ConfirmDecision;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.OpenCase;
import wasl.vetting.Outcome;
import wasl.vetting.ProposalId;
import wasl.vetting.ProposeDecision;
import wasl.vetting.ResumeListing;
import wasl.vetting.SaveReview;
import wasl.vetting.SuspendListing;
import wasl.vetting.VettingQueries;

/** What the lead's officers do: open, fill the checklist, propose, confirm by another. */
@ApplicationScoped
public class DemoVetting {

  @Inject private OpenCase open;
  @Inject private SaveReview saveReview;
  @Inject private AskForChanges askForChanges;
  @Inject private ProposeDecision propose;
  @Inject private ConfirmDecision confirm;
  @Inject private SuspendListing suspend;
  @Inject private ResumeListing resume;
  @Inject private VettingQueries queries;
  @Inject private Checklists checklists;
  @Inject private ListingQueries listings;
  @Inject private Sql sql;

  private CaseId caseOf(ListingId listing) {
    return queries.record(listing).orElseThrow().file();
  }

  void open(Actor reviewer, ListingId listing) {
    open.handle(new OpenCase.Command(reviewer, caseOf(listing), Interest.NONE, null));
  }

  void askForChanges(Actor reviewer, ListingId listing, Map<Section, String> messages) {
    open(reviewer, listing);
    askForChanges.handle(new AskForChanges.Command(reviewer, caseOf(listing), messages));
  }

  /** Two reviewers decide. */
  void decide(
      Actor first,
      Actor second,
      ListingId listing,
      Outcome outcome,
      String reasons,
      List<ConditionText> conditions) {
    CaseId file = caseOf(listing);
    open(first, listing);
    if (outcome != Outcome.STOP) {
      fill(first, listing, file, outcome == Outcome.APPROVE ? 4 : 2);
    }
    ProposalId proposal =
        propose.handle(
            new ProposeDecision.Command(first, file, outcome, reasons, null, conditions));
    open(second, listing);
    confirm.handle(new ConfirmDecision.Command(second, file, proposal));
  }

  private void fill(Actor reviewer, ListingId listing, CaseId file, int score) {
    FundingModel model = listings.facts(listing).model();
    Map<Long, Checklists.Given> answers = new HashMap<>();
    sql.list(
            "SELECT i.id FROM vetting_checklist_item i JOIN vetting_checklist c"
                + " ON c.id = i.checklist_id WHERE c.model = ?",
            row -> row.getLong(1),
            model)
        .forEach(item -> answers.put(item, Checklists.Given.of(Answer.YES, null)));
    Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      scores.put(criterion, score);
    }
    saveReview.handle(new SaveReview.Command(reviewer, file, answers, scores, null));
  }

  void suspend(Actor reviewer, ListingId listing, String reason) {
    open(reviewer, listing);
    suspend.handle(new SuspendListing.Command(reviewer, caseOf(listing), reason));
  }

  void resume(Actor reviewer, ListingId listing) {
    resume.handle(new ResumeListing.Command(reviewer, caseOf(listing)));
  }
}
