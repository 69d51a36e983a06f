package wasl.community.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.community.FileReport;
import wasl.community.ReportAbout;
import wasl.community.ReportCause;
import wasl.community.ReportSubjects;
import wasl.listing.ListingFacts;
import wasl.party.Actor;
import wasl.party.CurrentActor;
import wasl.shared.Lang;
import wasl.shared.web.FormKey;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/**
 * {@code /listings/{id}/report}, {@code …/updates/{update}/report} and {@code
 * …/questions/{question}/report}: reporting abuse, with or without an account.
 */
@Named
@RequestScoped
public class ReportPage {
  @Inject private Visit visit;
  @Inject private ReportSubjects subjects;
  @Inject private FileReport fileReport;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private ListingFacts listing;
  private ReportAbout about;
  private long subject;
  private final FormKey key = new FormKey();
  private ReportCause cause;
  private String text;
  private String email;

  /** Reads what it is about. */
  @PostConstruct
  void open() {
    listing = visit.published();
    about =
        visit.value("update") != null
            ? ReportAbout.UPDATE
            : visit.value("question") != null ? ReportAbout.QUESTION : ReportAbout.LISTING;
    subject =
        switch (about) {
          case LISTING -> listing.id().value();
          case UPDATE -> visit.id("update");
          case QUESTION -> visit.id("question");
        };
    if (!visit.sent()) {
      // what is gone when the form is sent is refused with the words kept
      subjects.require(actor.get(), listing, about, subject);
    }
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    actor.get();
  }

  /** Sends the report. */
  public void send() {
    Actor by = actor.get().signedIn() ? actor.get() : Actor.visitor(visit.lang());
    fileReport.handle(
        new FileReport.Command(
            by, listing.id(), key.getText(), about, subject, cause, text, email, visit.address()));
    messages.flash("ok", "community.report.done");
    PageLinks.here().go("/listings/" + listing.id());
  }

  /** Whether a visitor reports, who may leave an address for the answer. */
  public boolean isVisitor() {
    return !actor.get().signedIn();
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

  public ReportAbout getAbout() {
    return about;
  }

  /** The form's own key: sent twice it is one report. */
  public FormKey getKey() {
    return key;
  }

  public ReportCause getCause() {
    return cause;
  }

  public void setCause(ReportCause cause) {
    this.cause = cause;
  }

  public ReportCause[] getCauses() {
    return ReportCause.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
