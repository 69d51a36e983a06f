package wasl.community.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.community.ListingUpdate;
import wasl.community.ModerateQuestion;
import wasl.community.ModerateUpdate;
import wasl.community.Moderation;
import wasl.community.Question;
import wasl.community.QuestionAction;
import wasl.community.UpdateAction;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Lang;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /desk/updates/{update}} and {@code /desk/questions/{question}}: one of them moderated. */
@Named
@RequestScoped
public class ModeratePage {
  @Inject private Visit visit;
  @Inject private Moderation moderation;
  @Inject private ModerateUpdate moderateUpdate;
  @Inject private ModerateQuestion moderateQuestion;
  @Inject private ListingQueries listings;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private ListingUpdate update;
  private Question question;
  private ListingFacts listing;
  private String reason;

  /** Reads what it is about. */
  @PostConstruct
  void open() {
    if (visit.value("update") != null) {
      update = moderation.update(actor.get(), visit.id("update"));
      listing = listings.facts(update.listing());
    } else {
      question = moderation.question(actor.get(), visit.id("question"));
      listing = listings.facts(question.listing());
    }
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    actor.get();
  }

  /** Publishes it or puts it back. */
  public void show() {
    moderate(false);
    messages.flash("ok", "community.desk.shown");
    PageLinks.here().go("/desk/reports");
  }

  /** Hides it. */
  public void hide() {
    moderate(true);
    messages.flash("ok", "community.desk.hidden");
    PageLinks.here().go("/desk/reports");
  }

  private void moderate(boolean hide) {
    if (update != null) {
      moderateUpdate.handle(new ModerateUpdate.Command(actor.get(), update.id(), hide, reason));
    } else {
      moderateQuestion.handle(
          new ModerateQuestion.Command(actor.get(), question.id(), hide, reason));
    }
  }

  /** Whether it can be hidden. */
  public boolean isHideable() {
    return mine()
        && (update != null
            ? update.allows(UpdateAction.HIDE)
            : question.allows(QuestionAction.HIDE));
  }

  /** Whether it can be published or put back. */
  public boolean isShowable() {
    return mine()
        && (update != null
            ? update.allows(UpdateAction.RESTORE)
            : question.allows(QuestionAction.PASS) || question.allows(QuestionAction.RESTORE));
  }

  private boolean mine() {
    return actor.get().may(Permission.MODERATE);
  }

  public ListingUpdate getUpdate() {
    return update;
  }

  public Question getQuestion() {
    return question;
  }

  public ListingFacts getListing() {
    return listing;
  }

  public String getTitle() {
    return listing.title(visit.lang());
  }

  public Lang getTitleLang() {
    return listing.titleLang(visit.lang());
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
