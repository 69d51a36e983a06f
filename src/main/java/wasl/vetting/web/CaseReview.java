package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.listing.Section;
import wasl.money.Formats;
import wasl.party.CurrentActor;
import wasl.shared.Texts;
import wasl.vetting.AskForChanges;
import wasl.vetting.CaseFile;
import wasl.vetting.Checklists;
import wasl.vetting.Checklists.Answer;
import wasl.vetting.Checklists.Criterion;
import wasl.vetting.ConditionText;
import wasl.vetting.Outcome;
import wasl.vetting.ProposeDecision;
import wasl.vetting.SaveReview;
import wasl.vetting.Sheets;

/** The checklist, the scores and the own sheet of a reviewer, and what comes of them. */
@Named
@RequestScoped
public class CaseReview {
  private static final int MOST_CONDITIONS = 20;
  private static final int SPARE_CONDITIONS = 2;

  @Inject private CasePage page;
  @Inject private CaseFields fields;
  @Inject private SaveReview saveReview;
  @Inject private AskForChanges askForChanges;
  @Inject private ProposeDecision proposeDecision;
  @Inject private CurrentActor actor;

  /** One line of the conditions' form. */
  public record ConditionLine(int number, String text, boolean precondition) {}

  /** Whether an answer of an item is ticked. */
  public boolean ticked(CaseFile.ItemView item, String answer) {
    Answer kept = item.given().answer();
    String typed = fields.param("a" + item.item().id());
    return answer.equals(typed != null ? typed : kept == null ? null : kept.name());
  }

  /** Whether a score is given. */
  public boolean scored(String criterion, int score) {
    Integer kept = page.getFile().scores().get(Criterion.valueOf(criterion));
    return String.valueOf(score).equals(fields.typed("s" + criterion, Objects.toString(kept, "")));
  }

  /** Whether this outcome is chosen. */
  public boolean chosen(String outcome) {
    return outcome.equals(
        fields.typed("outcome", Objects.toString(page.getFile().sheet().outcome(), "")));
  }

  /** Whether a section is marked for changes. */
  public boolean marked(String section) {
    return fields.param("ask" + section) != null;
  }

  /** The conditions' lines: those written, and some empty ones. */
  public List<ConditionLine> getConditionLines() {
    List<ConditionText> written =
        fields.param("condition1") == null ? page.getFile().sheet().conditions() : typedLines();
    List<ConditionLine> lines = new ArrayList<>();
    for (ConditionText each : written) {
      if (each.text() != null && !each.text().isBlank()) {
        lines.add(new ConditionLine(lines.size() + 1, each.text(), each.precondition()));
      }
    }
    for (int i = 0; i < SPARE_CONDITIONS && lines.size() < MOST_CONDITIONS; i++) {
      lines.add(new ConditionLine(lines.size() + 1, "", false));
    }
    return lines;
  }

  public Criterion[] getCriteria() {
    return Criterion.values();
  }

  public Answer[] getAnswers() {
    return Answer.values();
  }

  public Integer[] getScores() {
    return new Integer[] {1, 2, 3, 4, 5};
  }

  /** How many items have an answer. */
  public long getAnswered() {
    return page.getFile().items().stream().filter(item -> item.given().answer() != null).count();
  }

  /** An item's question in the reader's language. */
  public String question(CaseFile.ItemView item) {
    return item.item().texts().get(fields.lang());
  }

  /** When the own sheet was kept, or nothing. */
  public String getSavedAt() {
    Sheets.Sheet sheet = page.getFile().sheet();
    return sheet.savedAt() == null
        ? ""
        : Texts.in(fields.lang())
            .of("vetting.decide.saved", "time", Formats.in(fields.lang()).time(sheet.savedAt()));
  }

  /** Saves ticks, scores and the own sheet. */
  public void save() {
    page.act(this::keep, "vetting.done.saved", fields.here());
  }

  /** Proposes to approve or to reject; what was typed is kept first, whatever comes of it. */
  public void propose() {
    page.act(
        () -> {
          keep();
          proposeDecision.handle(
              new ProposeDecision.Command(
                  actor.get(),
                  fields.id(),
                  outcome(),
                  fields.param("summary"),
                  fields.param("note"),
                  typedLines()));
        },
        "vetting.done.proposed",
        fields.here());
  }

  /** Asks the entrepreneur for changes in the marked sections. */
  public void ask() {
    page.act(
        () -> {
          keep();
          Map<Section, String> asked = new EnumMap<>(Section.class);
          for (Section section : Section.values()) {
            if (marked(section.name())) {
              asked.put(section, fields.param("message" + section));
            }
          }
          askForChanges.handle(new AskForChanges.Command(actor.get(), fields.id(), asked));
        },
        "vetting.done.asked",
        fields.here());
  }

  private List<ConditionText> typedLines() {
    List<ConditionText> lines = new ArrayList<>();
    for (int i = 1; i <= MOST_CONDITIONS; i++) {
      String text = fields.param("condition" + i);
      if (text != null) {
        lines.add(new ConditionText(text, fields.param("pre" + i) != null));
      }
    }
    return lines;
  }

  private void keep() {
    Map<Long, Checklists.Given> answers = new LinkedHashMap<>();
    for (CaseFile.ItemView item : page.getFile().items()) {
      long number = item.item().id();
      String answer = fields.param("a" + number);
      String remark = fields.param("r" + number);
      if (answer != null || remark != null) {
        Checklists.Given now = item.given();
        answers.put(
            number,
            Checklists.Given.of(
                seen("a" + number, answer)
                    ? now.answer()
                    : CaseFields.constant(Answer.class, answer),
                seen("r" + number, remark) ? now.remark() : remark));
      }
    }
    Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      String score = fields.param("s" + criterion);
      if (score != null && score.matches("[1-5]") && !seen("s" + criterion, score)) {
        scores.put(criterion, Integer.valueOf(score));
      }
    }
    Sheets.Sheet sheet =
        new Sheets.Sheet(
            outcome(), fields.param("summary"), fields.param("note"), typedLines(), null);
    saveReview.handle(new SaveReview.Command(actor.get(), fields.id(), answers, scores, sheet));
  }

  /**
   * Whether a field came back as it stood on the page: the reviewer has not touched it, and what a
   * colleague wrote there meanwhile stays.
   */
  private boolean seen(String field, String sent) {
    return Objects.toString(sent, "").equals(fields.param("seen-" + field));
  }

  private Outcome outcome() {
    Outcome outcome = CaseFields.constant(Outcome.class, fields.param("outcome"));
    return outcome == Outcome.STOP ? null : outcome;
  }
}
