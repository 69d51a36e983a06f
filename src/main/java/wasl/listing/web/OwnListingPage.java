package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import wasl.listing.AppealListing;
import wasl.listing.Conditions;
import wasl.listing.Listing;
import wasl.listing.ListingAction;
import wasl.listing.ListingCondition;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.listing.MarkConditionDone;
import wasl.listing.PublishListing;
import wasl.listing.RecallListing;
import wasl.listing.ReviewerRequests;
import wasl.listing.Section;
import wasl.listing.WithdrawListing;
import wasl.party.CurrentActor;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** One of my listings: where it stands, what happens next, and what I can do. */
@Named
@RequestScoped
public class OwnListingPage {

  @Inject private Conditions allConditions;
  @Inject private HttpServletRequest request;
  @Inject private CurrentActor actor;
  @Inject private Listings listings;
  @Inject private ListingQueries queries;
  @Inject private RecallListing recallListing;
  @Inject private WithdrawListing withdrawListing;
  @Inject private AppealListing appealListing;
  @Inject private PublishListing publishListing;
  @Inject private MarkConditionDone markConditionDone;
  @Inject private ReviewerRequests requests;
  @Inject private PageMessages messages;
  @Inject private Clock clock;

  private List<ListingCondition> conditions;
  private ListingId id;
  private Listing listing;
  private ListingQueries.Whole whole;
  private String startOn;
  private boolean sure;

  /** The id stands in the address; it is needed before Faces reads parameters. */
  @PostConstruct
  void begin() {
    id =
        ListingId.parse(
                FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .get("id"))
            .orElse(null);
    startOn = getToday();
  }

  /** Refuses whoever is not the owner. */
  public void load() {
    getListing();
  }

  /** Takes it back to the draft. */
  public void recall() {
    recallListing.handle(new RecallListing.Command(actor.get(), getListing().id()));
    done("listing.own.recalled");
  }

  /** Withdraws it for good, once the owner is sure. */
  public void withdraw() {
    if (!sure) {
      throw new Refused(new ListingRefused.WithdrawalNotConfirmed());
    }
    withdrawListing.handle(new WithdrawListing.Command(actor.get(), getListing().id()));
    done("listing.own.withdrawn");
  }

  /** Appeals against the rejection. */
  public void appeal() {
    appealListing.handle(new AppealListing.Command(actor.get(), getListing().id()));
    done("listing.own.appealed");
  }

  /** Publishes it with the chosen start: today means now, a later day its first hour in Baghdad. */
  public void publish() {
    Typed typed = new Typed(lang(), "p");
    LocalDate day = typed.day(startOn, "startOn");
    if (typed.wrong()) {
      return;
    }
    Instant start = day == null ? null : Baghdad.startOf(day);
    publishListing.handle(new PublishListing.Command(actor.get(), getListing().id(), start));
    done("listing.own.published");
  }

  /** Says that a condition is met. */
  public void conditionDone(long condition) {
    markConditionDone.handle(
        new MarkConditionDone.Command(
            actor.get(), getListing().id(), condition, PageLinks.value("note" + condition)));
    done("listing.own.conditionDone");
  }

  private void done(String key) {
    messages.flash("ok", key);
    PageLinks.here().go("/my/listings/" + getListing().id());
  }

  /** Whether a button is shown; the action's name as in the table of the life cycle. */
  public boolean may(String action) {
    return getListing().allows(ListingAction.valueOf(action));
  }

  /** Whether the form can be opened. */
  public boolean isEditable() {
    return getListing().state() == ListingState.DRAFT
        || getListing().state() == ListingState.CHANGES_REQUESTED;
  }

  /** A section in which changes were asked for, with the reviewers' words. */
  public record AskedSection(Section section, List<String> messages, boolean changed) {}

  /** The sections in which changes were asked for, in the form's order. */
  public List<AskedSection> getAsked() {
    Listing own = getListing();
    List<ReviewerRequests.Asked> open =
        own.openSections().isEmpty() ? List.of() : requests.open(own.id());
    return own.openSections().stream()
        .sorted(Comparator.naturalOrder())
        .map(
            section ->
                new AskedSection(
                    section,
                    open.stream()
                        .filter(each -> each.section() == section)
                        .map(ReviewerRequests.Asked::message)
                        .toList(),
                    own.changedSections().contains(section)))
        // what was opened because it lacks something, nobody asked for
        .filter(section -> !section.messages().isEmpty())
        .toList();
  }

  /** Whether preconditions keep it from being published. */
  public boolean isWaitingForConditions() {
    return getConditions().stream()
        .anyMatch(each -> each.precondition() && each.confirmedAt() == null);
  }

  public List<ListingCondition> getConditions() {
    if (conditions == null) {
      conditions = allConditions.of(getListing().id());
    }
    return conditions;
  }

  /** The title in the page's language, else the original's; null for none. */
  public String getTitle() {
    return getWhole().facts().title(lang());
  }

  public Lang getTitleLang() {
    return getWhole().facts().titleLang(lang());
  }

  /** Today in Baghdad. */
  public String getToday() {
    return Baghdad.day(clock.instant()).toString();
  }

  /** The latest day that can be chosen for the start. */
  public String getLatestStart() {
    return Baghdad.day(clock.instant().plus(Listing.START_WITHIN)).toString();
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  /** The owner's listing. */
  public Listing getListing() {
    if (listing == null) {
      if (id == null) {
        throw new Refused(new ListingRefused.NotFound());
      }
      listing = listings.getOwn(actor.get(), id);
    }
    return listing;
  }

  /** All that was saved of it. */
  public ListingQueries.Whole getWhole() {
    if (whole == null) {
      whole = queries.whole(getListing().id());
    }
    return whole;
  }

  public String getStartOn() {
    return startOn;
  }

  public void setStartOn(String startOn) {
    this.startOn = startOn;
  }

  public boolean isSure() {
    return sure;
  }

  public void setSure(boolean sure) {
    this.sure = sure;
  }

  /** What was typed about a condition, if it was sent just now. */
  public String note(ListingCondition condition) {
    return PageLinks.value("note" + condition.id());
  }
}
