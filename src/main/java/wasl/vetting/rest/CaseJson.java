package wasl.vetting.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.listing.ListingState;
import wasl.listing.Section;
import wasl.shared.Lang;
import wasl.vetting.CaseFile;
import wasl.vetting.CaseRow;
import wasl.vetting.CaseState;
import wasl.vetting.Checklists.Answer;
import wasl.vetting.Checklists.Criterion;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.Outcome;

/**
 * A case on the wire. Everything after {@code declaration} is given to readers who may see the
 * file: reviewers of the institution who declared no interest, and auditors.
 */
public record CaseJson(
    String id,
    String listing,
    String title,
    CaseState state,
    ListingState listingState,
    VettingJson.InstitutionJson institution,
    Instant submittedAt,
    Instant dueAt,
    int daysTaken,
    int workingDays,
    Outcome outcome,
    Interest declaration,
    List<ItemJson> checklist,
    Map<Criterion, Integer> scores,
    ProposalJson proposal,
    List<RequestJson> changeRequests,
    List<VettingJson.ConditionJson> conditions) {

  /** An item of the checklist; without an answer where it is open. */
  public record ItemJson(String item, Section section, String text, Answer answer, String remark) {}

  /** The proposal that waits for confirmation. */
  public record ProposalJson(
      String id,
      Outcome outcome,
      String summary,
      String proposedBy,
      Instant proposedAt,
      List<ConditionTextJson> conditions) {}

  /** A condition as it is proposed. */
  public record ConditionTextJson(String text, boolean precondition) {}

  /** What the entrepreneur was asked to change. */
  public record RequestJson(
      Section section, String message, Instant askedAt, Instant answeredAt, boolean changed) {}

  static CaseJson of(CaseRow row, Lang lang) {
    return json(row, lang, null, null, null, null, null, null);
  }

  static CaseJson of(CaseFile file, Lang lang) {
    Interest declared = file.declaration() == null ? null : file.declaration().interest();
    if (!file.open()) {
      return json(file.row(), lang, declared, null, null, null, null, null);
    }
    return json(
        file.row(),
        lang,
        declared,
        file.items().stream()
            .map(
                each ->
                    new ItemJson(
                        each.item().code(),
                        each.item().section(),
                        each.item().texts().get(lang),
                        each.given().answer(),
                        each.given().remark()))
            .toList(),
        file.scores(),
        file.pending() == null ? null : of(file.pending()),
        file.requests().stream()
            .map(
                each ->
                    new RequestJson(
                        each.section(),
                        each.message(),
                        each.askedAt(),
                        each.answeredAt(),
                        each.changed()))
            .toList(),
        file.conditions().stream().map(VettingJson::of).toList());
  }

  private static ProposalJson of(CaseFile.ProposalView pending) {
    return new ProposalJson(
        Objects.toString(pending.id()),
        pending.outcome(),
        pending.summary(),
        pending.officer(),
        pending.at(),
        pending.conditions().stream()
            .map(each -> new ConditionTextJson(each.text(), each.precondition()))
            .toList());
  }

  private static CaseJson json(
      CaseRow row,
      Lang lang,
      Interest declared,
      List<ItemJson> checklist,
      Map<Criterion, Integer> scores,
      ProposalJson proposal,
      List<RequestJson> requests,
      List<VettingJson.ConditionJson> conditions) {
    return new CaseJson(
        row.id().toString(),
        row.listing().id().toString(),
        row.listing().title(lang),
        row.state(),
        row.listing().state(),
        VettingJson.InstitutionJson.of(row.lead(), lang),
        row.submittedAt(),
        row.dueAt(),
        row.daysTaken(),
        row.workingDays(),
        row.outcome(),
        declared,
        checklist,
        scores,
        proposal,
        requests,
        conditions);
  }
}
