package wasl.vetting.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wasl.shared.Refused;
import wasl.shared.rest.JsonLists;
import wasl.vetting.CaseFile;
import wasl.vetting.Checklists;
import wasl.vetting.Checklists.Answer;
import wasl.vetting.Checklists.Criterion;
import wasl.vetting.VettingRefused;

/**
 * Ticks and scores on the wire; what is left out stays as it is.
 *
 * @param checklist answers by the code of their item
 * @param scores 1–5 by criterion
 */
public record ReviewJson(List<AnswerJson> checklist, List<ScoreJson> scores) {
  /** One answer; a “no” needs a remark. */
  public record AnswerJson(String item, Answer answer, String remark) {}

  /** One score. */
  public record ScoreJson(Criterion criterion, int score) {}

  boolean isEmpty() {
    return checklist == null && scores == null;
  }

  Map<Long, Checklists.Given> answers(CaseFile file) {
    Map<Long, Checklists.Given> answers = new LinkedHashMap<>();
    for (AnswerJson each : JsonLists.of(checklist)) {
      long item =
          file.items().stream()
              .map(CaseFile.ItemView::item)
              .filter(known -> known.code().equals(each.item()))
              .map(Checklists.ChecklistItem::id)
              .findFirst()
              .orElseThrow(() -> new Refused(new VettingRefused.UnknownItem()));
      answers.put(item, Checklists.Given.of(each.answer(), each.remark()));
    }
    return answers;
  }

  Map<Criterion, Integer> scoreMap() {
    Map<Criterion, Integer> given = new LinkedHashMap<>();
    for (ScoreJson each : JsonLists.of(scores)) {
      if (each.criterion() == null) {
        throw new Refused(new VettingRefused.ScoreOutOfRange());
      }
      given.put(each.criterion(), each.score());
    }
    return given;
  }
}
