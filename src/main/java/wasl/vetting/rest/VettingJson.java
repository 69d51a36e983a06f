package wasl.vetting.rest;

import java.time.Instant;
import java.util.List;
import wasl.listing.Section;
import wasl.party.Institution;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Texts;
import wasl.vetting.CaseSteps.StepKind;
import wasl.vetting.Outcome;
import wasl.vetting.VettingRecordView;
import wasl.vetting.VettingRecordView.Opinion;
import wasl.vetting.VettingRecordView.Part;

/** The public vetting record on the wire. */
public record VettingJson(
    List<OpinionJson> opinions,
    DecisionJson decision,
    List<ConditionJson> conditions,
    List<MomentJson> timeline,
    String legal) {

  /** An institution, its name in the language of the answer. */
  public record InstitutionJson(String code, String name) {
    static InstitutionJson of(Institution institution, Lang lang) {
      return new InstitutionJson(institution.code(), institution.name(lang));
    }
  }

  /** What an institution answered; opinion and summary are missing until it has. */
  public record OpinionJson(
      InstitutionJson institution,
      Part role,
      Opinion opinion,
      String summary,
      String language,
      int workingDays,
      int allowedDays) {}

  /** The decision; officers by their numbers. */
  public record DecisionJson(Outcome outcome, String proposedBy, String confirmedBy, Instant at) {}

  /** A condition of the approval. */
  public record ConditionJson(
      String id, String text, String language, boolean precondition, Instant doneAt, boolean met) {}

  /** One point of the time line. */
  public record MomentJson(
      StepKind kind, String title, Instant at, List<Section> sections, String text) {}

  static VettingJson of(VettingRecordView record, Lang lang) {
    return new VettingJson(
        record.opinions().stream()
            .map(
                each ->
                    new OpinionJson(
                        InstitutionJson.of(each.institution(), lang),
                        each.part(),
                        each.opinion(),
                        each.summary(),
                        each.lang() == null ? null : each.lang().code(),
                        each.workingDays(),
                        each.allowed()))
            .toList(),
        record.decision() == null
            ? null
            : new DecisionJson(
                record.decision().outcome(),
                record.decision().proposedBy(),
                record.decision().confirmedBy(),
                record.decision().at()),
        record.conditions().stream().map(VettingJson::of).toList(),
        record.timeline().stream()
            .map(
                each ->
                    new MomentJson(
                        each.kind(),
                        Texts.in(lang).get("vetting.stepKind." + each.kind()),
                        each.at(),
                        each.sections(),
                        each.text()))
            .toList(),
        Texts.in(lang).get("vetting.legal"));
  }

  static ConditionJson of(VettingRecordView.ConditionView condition) {
    return new ConditionJson(
        Ids.text(condition.id()),
        condition.text(),
        condition.lang().code(),
        condition.precondition(),
        condition.doneAt(),
        condition.confirmedAt() != null);
  }
}
