package wasl.vetting.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wasl.listing.ListingAction;
import wasl.listing.ListingRefused;
import wasl.listing.Section;
import wasl.money.Formats;
import wasl.party.Actor;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Texts;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;
import wasl.vetting.AskForChanges;
import wasl.vetting.CaseFile;
import wasl.vetting.CaseFiles;
import wasl.vetting.CaseId;
import wasl.vetting.CaseRow;
import wasl.vetting.Checklists;
import wasl.vetting.Checklists.Answer;
import wasl.vetting.Checklists.Criterion;
import wasl.vetting.ConditionText;
import wasl.vetting.ConfirmCondition;
import wasl.vetting.ConfirmDecision;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.OpenCase;
import wasl.vetting.Outcome;
import wasl.vetting.ProposalId;
import wasl.vetting.ProposeDecision;
import wasl.vetting.ResumeListing;
import wasl.vetting.ReturnProposal;
import wasl.vetting.SaveReview;
import wasl.vetting.Sheets;
import wasl.vetting.SuspendListing;
import wasl.vetting.VettingQueries;
import wasl.vetting.VettingRefused;

/**
 * {@code /desk/{case}}: one case and all that a reviewer does with it. Its fields are plain HTML,
 * read from the request: so whatever was typed stands there again after a refusal, also in parts of
 * the form that the case's new state does not have. Longer than other classes for the same reason.
 */
@Named
@RequestScoped
public class CasePage {
  private static final int QUEUE = 12;
  private static final int MOST_CONDITIONS = 20;
  private static final int SPARE_CONDITIONS = 2;

  @Inject private CaseFiles files;
  @Inject private VettingQueries queries;
  @Inject private OpenCase openCase;
  @Inject private SaveReview saveReview;
  @Inject private AskForChanges askForChanges;
  @Inject private ProposeDecision proposeDecision;
  @Inject private ConfirmDecision confirmDecision;
  @Inject private ReturnProposal returnProposal;
  @Inject private SuspendListing suspendListing;
  @Inject private ResumeListing resumeListing;
  @Inject private ConfirmCondition confirmCondition;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;
  @Inject private Clock clock;
  @Inject private HttpServletRequest request;

  private CaseFile file;

  /** One line of the conditions' form. */
  public record ConditionLine(int number, String text, boolean precondition) {}

  /** Refuses whoever may not read this case. */
  public void load() {
    getFile();
  }

  /** The case; read anew after a refusal, so that the page shows what has happened meanwhile. */
  public CaseFile getFile() {
    if (file == null) {
      file = files.of(actor.get(), id(), clock.instant());
    }
    return file;
  }

  /** The cases beside this one that are open. */
  public List<CaseRow> getQueue() {
    return queries
        .queue(
            actor.get(), VettingQueries.QueueFilter.OPEN, new Page.Wish(0, QUEUE), clock.instant())
        .items();
  }

  // What stands in the fields: what was typed just now, else what is kept.

  /** A text field. */
  public String typed(String name, String kept) {
    String value = param(name);
    return value != null ? value : Objects.toString(kept, "");
  }

  /** Whether an answer of an item is ticked. */
  public boolean ticked(CaseFile.ItemView item, String answer) {
    Answer kept = item.given().answer();
    String typed = param("a" + item.item().id());
    return answer.equals(typed != null ? typed : kept == null ? null : kept.name());
  }

  /** Whether a score is given. */
  public boolean scored(String criterion, int score) {
    Integer kept = getFile().scores().get(Criterion.valueOf(criterion));
    return String.valueOf(score).equals(typed("s" + criterion, Objects.toString(kept, "")));
  }

  /** Whether this outcome is chosen. */
  public boolean chosen(String outcome) {
    return outcome.equals(typed("outcome", Objects.toString(getFile().sheet().outcome(), "")));
  }

  /** Whether a section is marked for changes. */
  public boolean marked(String section) {
    return param("ask" + section) != null;
  }

  /** The conditions' lines: those written, and some empty ones. */
  public List<ConditionLine> getConditionLines() {
    List<ConditionText> written =
        param("condition1") == null ? getFile().sheet().conditions() : typedLines();
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

  private List<ConditionText> typedLines() {
    List<ConditionText> lines = new ArrayList<>();
    for (int i = 1; i <= MOST_CONDITIONS; i++) {
      String text = param("condition" + i);
      if (text != null) {
        lines.add(new ConditionText(text, param("pre" + i) != null));
      }
    }
    return lines;
  }

  public Criterion[] getCriteria() {
    return Criterion.values();
  }

  public Answer[] getAnswers() {
    return Answer.values();
  }

  public Section[] getSections() {
    return Section.values();
  }

  public Integer[] getScores() {
    return new Integer[] {1, 2, 3, 4, 5};
  }

  /** How many items have an answer. */
  public long getAnswered() {
    return getFile().items().stream().filter(item -> item.given().answer() != null).count();
  }

  /** The names of the sections that came back changed. */
  public String getChangedNames() {
    return names(getFile().changed());
  }

  /** Whether a section came back changed. */
  public boolean changed(String section) {
    return getFile().changed().contains(Section.valueOf(section));
  }

  /** Whether the listing's life cycle allows an action now. */
  public boolean allows(String action) {
    return getFile().listingActions().contains(ListingAction.valueOf(action));
  }

  /** Whether a condition was reported as met and waits for a confirmation. */
  public boolean isConditionsWait() {
    return getFile().conditions().stream()
        .anyMatch(each -> each.doneAt() != null && each.confirmedAt() == null);
  }

  /** The 13 characters of an id. */
  public String code(long id) {
    return Ids.text(id);
  }

  /** Sections by name. */
  public String names(Iterable<Section> sections) {
    List<String> names = new ArrayList<>();
    sections.forEach(each -> names.add(text("listing.section." + each)));
    return String.join(lang() == Lang.EN ? ", " : "، ", names);
  }

  /** An item's question in the reader's language. */
  public String question(CaseFile.ItemView item) {
    return item.item().texts().get(lang());
  }

  /** When the own sheet was kept, or nothing. */
  public String getSavedAt() {
    Sheets.Sheet sheet = getFile().sheet();
    return sheet.savedAt() == null
        ? ""
        : Texts.in(lang())
            .of("vetting.decide.saved", "time", Formats.in(lang()).time(sheet.savedAt()));
  }

  // What the buttons do.

  /** Declares interest and opens the file. */
  public void open() {
    Interest interest = constant(Interest.class, param("interest"));
    act(
        () -> openCase.handle(new OpenCase.Command(by(), id(), interest, param("reason"))),
        interest == Interest.RECUSED ? "vetting.done.recused" : "vetting.done.opened",
        interest == Interest.RECUSED ? "/desk" : here());
  }

  /** Steps back later. */
  public void stepBack() {
    act(
        () -> openCase.handle(new OpenCase.Command(by(), id(), Interest.RECUSED, param("reason"))),
        "vetting.done.recused",
        "/desk");
  }

  /** Saves ticks, scores and the own sheet. */
  public void save() {
    act(this::keep, "vetting.done.saved", here());
  }

  /** Proposes to approve or to reject; what was typed is kept first, whatever comes of it. */
  public void propose() {
    act(
        () -> {
          keep();
          proposeDecision.handle(
              new ProposeDecision.Command(
                  by(), id(), outcome(), param("summary"), param("note"), typedLines()));
        },
        "vetting.done.proposed",
        here());
  }

  /** Asks the entrepreneur for changes in the marked sections. */
  public void ask() {
    act(
        () -> {
          keep();
          Map<Section, String> asked = new EnumMap<>(Section.class);
          for (Section section : Section.values()) {
            if (marked(section.name())) {
              asked.put(section, param("message" + section));
            }
          }
          askForChanges.handle(new AskForChanges.Command(by(), id(), asked));
        },
        "vetting.done.asked",
        here());
  }

  /** Confirms the proposal that stood on the page. */
  public void confirm() {
    act(
        () -> confirmDecision.handle(new ConfirmDecision.Command(by(), id(), proposal())),
        "vetting.done.confirmed",
        here());
  }

  /** Returns the proposal, or takes the own one back. */
  public void giveBack() {
    act(
        () ->
            returnProposal.handle(
                new ReturnProposal.Command(by(), id(), proposal(), param("returnNote"))),
        "vetting.done.returned",
        here());
  }

  /** Suspends the published listing. */
  public void suspend() {
    act(
        () -> suspendListing.handle(new SuspendListing.Command(by(), id(), param("suspendReason"))),
        "vetting.done.suspended",
        here());
  }

  /** Lets it go on. */
  public void resume() {
    act(
        () -> resumeListing.handle(new ResumeListing.Command(by(), id())),
        "vetting.done.resumed",
        here());
  }

  /** Proposes to stop it for good. */
  public void stop() {
    act(
        () ->
            proposeDecision.handle(
                new ProposeDecision.Command(
                    by(), id(), Outcome.STOP, param("stopReason"), null, List.of())),
        "vetting.done.stopProposed",
        here());
  }

  /** Confirms that the chosen condition is met. */
  public void condition() {
    act(
        () ->
            confirmCondition.handle(
                new ConfirmCondition.Command(
                    by(),
                    id(),
                    Ids.parse(param("condition"))
                        .orElseThrow(() -> new Refused(new ListingRefused.NotFound())))),
        "vetting.done.condition",
        here());
  }

  private void act(Runnable work, String done, String next) {
    try {
      work.run();
    } catch (RuntimeException refused) {
      file = null;
      throw refused;
    }
    messages.flash("ok", done);
    PageLinks.here().go(next);
  }

  private void keep() {
    Map<Long, Checklists.Given> answers = new LinkedHashMap<>();
    for (CaseFile.ItemView item : getFile().items()) {
      long number = item.item().id();
      String answer = param("a" + number);
      String remark = param("r" + number);
      if (answer != null || remark != null) {
        answers.put(number, Checklists.Given.of(constant(Answer.class, answer), remark));
      }
    }
    Map<Criterion, Integer> scores = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      String score = param("s" + criterion);
      if (score != null && score.matches("[1-5]")) {
        scores.put(criterion, Integer.valueOf(score));
      }
    }
    Sheets.Sheet sheet =
        new Sheets.Sheet(outcome(), param("summary"), param("note"), typedLines(), null);
    saveReview.handle(new SaveReview.Command(by(), id(), answers, scores, sheet));
  }

  private Outcome outcome() {
    Outcome outcome = constant(Outcome.class, param("outcome"));
    return outcome == Outcome.STOP ? null : outcome;
  }

  private ProposalId proposal() {
    return ProposalId.parse(param("proposal"))
        .orElseThrow(() -> new Refused(new VettingRefused.ProposalChanged()));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    return null;
  }

  private CaseId id() {
    // Faces sees the request with its path's values; the injected one is the bare request.
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return Ids.parse(parameters.get("case"))
        .map(CaseId::new)
        .orElseThrow(() -> new Refused(new VettingRefused.NotFound()));
  }

  private String here() {
    return "/desk/" + id();
  }

  private Actor by() {
    return actor.get();
  }

  /** What was sent with a form; an address that somebody was lured to fills nothing in. */
  private String param(String name) {
    return request.getMethod().equals("POST") ? request.getParameter(name) : null;
  }

  private String text(String key) {
    return Texts.in(lang()).get(key);
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }
}
