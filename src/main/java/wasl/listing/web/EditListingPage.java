package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wasl.listing.Completeness;
import wasl.listing.FundingModel;
import wasl.listing.Listing;
import wasl.listing.ListingContent;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.listing.ReviewerRequests;
import wasl.listing.SaveSection;
import wasl.listing.Section;
import wasl.money.Formats;
import wasl.party.CurrentActor;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/**
 * The form of a listing, one step a section and a last one that says what is lacking. Each step is
 * saved by an ordinary POST; what cannot be saved stays on the page as it was typed. Longer than
 * others since every step asks here for what the steps have in common.
 */
@Named
@RequestScoped
public class EditListingPage {

  private static final String REVIEW = "review";

  @Inject private HttpServletRequest request;
  @Inject private CurrentActor actor;
  @Inject private Listings listings;
  @Inject private ListingQueries queries;
  @Inject private SaveSection saveSection;
  @Inject private ReviewerRequests requests;
  @Inject private Completeness completeness;
  @Inject private PageMessages messages;
  @Inject private Keeper keeper;
  @Inject private Clock clock;
  @Inject @Any private Instance<StepForm> forms;

  private Lang lang;
  private ListingId id;
  private String step;
  private Listing listing;
  private ListingQueries.Whole whole;
  private List<String> asked;
  private boolean conflict;
  private Set<Section> lacking;

  /** A step as the line of steps shows it. */
  public record Step(int no, String word, String label, String state) {}

  @PostConstruct
  void begin() {
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    lang = request.getAttribute("lang") instanceof Lang known ? known : Lang.FIRST;
    id = ListingId.parse(parameters.get("id")).orElse(null);
    String word = parameters.getOrDefault("step", Section.BUSINESS.step());
    step = word.equals(REVIEW) || Section.ofStep(word).isPresent() ? word : null;
  }

  /**
   * Shows what was saved, or goes where the listing can be read when it cannot be edited. What was
   * sent is never dropped: it is refused by the use case and stays on the page.
   */
  public void load() {
    if (FacesContext.getCurrentInstance().isPostback()) {
      return;
    }
    ListingState state = getListing().state();
    if (state != ListingState.DRAFT && state != ListingState.CHANGES_REQUESTED) {
      PageLinks.here().go("/my/listings/" + id);
    } else if (!step.equals(REVIEW)) {
      form().fill(getWhole());
    }
  }

  /** Saves and stays. */
  public void save() {
    if (saved()) {
      messages.flash("ok", "shared.saved", "time", Formats.in(lang).time(clock.instant()));
      PageLinks.here().go(address(step));
    }
  }

  /** Saves and goes on to the next step. */
  public void saveAndContinue() {
    if (saved()) {
      PageLinks.here().go(address(next()));
    }
  }

  private boolean saved() {
    boolean saved = store();
    if (saved) {
      keeper.forget();
    }
    return saved;
  }

  /**
   * Saves what was typed.
   *
   * @return false where something cannot be read, which is told at its field
   */
  boolean store() {
    Typed typed = new Typed(lang, "f");
    StepForm form = form();
    ListingContent.Part part = form.read(typed);
    if (typed.wrong()) {
      return false;
    }
    try {
      saveSection.handle(new SaveSection.Command(actor.get(), id, form.getVersion(), part));
      return true;
    } catch (Refused refused) {
      if (refused.refusal() instanceof ListingRefused.EditConflict) {
        // The next save is made with the other's version before the eyes: it is linked beside.
        conflict = true;
        form.setVersion(queries.whole(id).content().version(form.section()));
      }
      throw refused;
    }
  }

  StepForm form() {
    Section section = getSection();
    for (StepForm form : forms) {
      if (form.section() == section) {
        return form;
      }
    }
    throw new Refused(new ListingRefused.NotFound());
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (Section section : Section.values()) {
      if (section != Section.TERMS || isTermsNeeded()) {
        words.add(section.step());
      }
    }
    words.add(REVIEW);
    return words;
  }

  /** What was just saved decides whether the next step is needed: it is read anew. */
  private String next() {
    whole = queries.whole(id);
    List<String> words = words();
    int at = words.indexOf(step);
    return words.get(Math.min(at + 1, words.size() - 1));
  }

  private String address(String word) {
    return "/my/listings/" + id + "/edit/" + word;
  }

  /** Whether something comes back to investors, so that its terms have to be said. */
  public boolean isTermsNeeded() {
    FundingModel model = getWhole().content().plan().model();
    return model != FundingModel.GRANT;
  }

  /** The line of steps. One that was left out is done once nothing at all is lacking. */
  public List<Step> getSteps() {
    List<Step> steps = new ArrayList<>();
    for (String word : words()) {
      Section section = Section.ofStep(word).orElse(null);
      String label = section == null ? "listing.edit.review" : "listing.section." + section;
      boolean saved = section != null && getWhole().content().version(section) > 0;
      boolean done =
          section != null && (saved ? !lacking().contains(section) : lacking().isEmpty());
      String state = word.equals(step) ? "now" : done ? "done" : "next";
      steps.add(new Step(steps.size() + 1, word, label, state));
    }
    return steps;
  }

  private Set<Section> lacking() {
    if (lacking == null) {
      lacking = EnumSet.noneOf(Section.class);
      completeness
          .lacking(getListing(), clock.instant())
          .forEach(each -> lacking.add(each.section()));
    }
    return lacking;
  }

  /** Whether this section may be changed now. */
  public boolean isEditable() {
    Section section = getSection();
    return section == null
        || FacesContext.getCurrentInstance().isPostback()
        || completeness.editable(getListing(), section, clock.instant());
  }

  /** Whether this step was saved meanwhile from another window. */
  public boolean isConflict() {
    return conflict;
  }

  /** Whether changes were asked for, so that the listing is handed in again. */
  public boolean isChangesRequested() {
    return getListing().state() == ListingState.CHANGES_REQUESTED;
  }

  /** The reviewers' words about this section; several where they asked twice. */
  public List<String> getAskedHere() {
    if (asked == null) {
      asked =
          requests.open(getListing().id()).stream()
              .filter(each -> each.section() == getSection())
              .map(ReviewerRequests.Asked::message)
              .toList();
    }
    return asked;
  }

  /** The earliest day that a milestone may be due. */
  public String getTomorrow() {
    return Baghdad.day(clock.instant()).plusDays(1).toString();
  }

  public Section getSection() {
    return step == null ? null : Section.ofStep(step).orElse(null);
  }

  public String getStep() {
    return step;
  }

  /** The Facelet of this step. */
  public String getView() {
    return "/listing/edit-" + (step == null ? REVIEW : step) + ".xhtml";
  }

  /** The owner's listing, read when it is first asked for: parts of the page depend on it. */
  public Listing getListing() {
    if (listing == null) {
      if (id == null || step == null) {
        throw new Refused(new ListingRefused.NotFound());
      }
      listing = listings.getOwn(actor.get(), id);
    }
    return listing;
  }

  /** The saved title in the page's language, else the original's; null for none. */
  public String getTitle() {
    return getWhole().facts().title(lang);
  }

  public Lang getTitleLang() {
    return getWhole().facts().titleLang(lang);
  }

  /** All that was saved. */
  public ListingQueries.Whole getWhole() {
    if (whole == null) {
      whole = queries.whole(getListing().id());
    }
    return whole;
  }
}
