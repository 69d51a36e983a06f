package wasl.community.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.community.AbuseReport;
import wasl.community.AnswerReport;
import wasl.community.ListingUpdate;
import wasl.community.Question;
import wasl.community.Questions;
import wasl.community.ReportAbout;
import wasl.community.ReportAction;
import wasl.community.Reports;
import wasl.community.Updates;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Lang;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /desk/reports/{id}}: one report and its answer. */
@Named
@RequestScoped
public class ReportDeskPage {
  @Inject private Visit visit;
  @Inject private Reports reports;
  @Inject private Updates updates;
  @Inject private Questions questions;
  @Inject private AnswerReport answerReport;
  @Inject private ListingQueries listings;
  @Inject private CurrentActor actor;
  @Inject private PageMessages messages;

  private AbuseReport report;
  private ListingFacts listing;
  private String text;

  /** Reads the report. */
  @PostConstruct
  void open() {
    report = reports.get(actor.get(), visit.id("id"));
    listing = listings.facts(report.listing());
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    actor.get();
  }

  /** Answers; the action's name as in the table of the life cycle. */
  public void answer(String action) {
    answerReport.handle(
        new AnswerReport.Command(actor.get(), report.id(), ReportAction.valueOf(action), text));
    messages.flash("ok", "community.desk.answered");
    PageLinks.here().go("/desk/reports");
  }

  /** Whether a button is shown. */
  public boolean may(String action) {
    return actor.get().may(Permission.MODERATE) && report.allows(ReportAction.valueOf(action));
  }

  public AbuseReport getReport() {
    return report;
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

  /** The update that it is about; null for anything else. */
  public ListingUpdate getUpdate() {
    return report.about() == ReportAbout.UPDATE
        ? updates.find(report.subject()).orElse(null)
        : null;
  }

  /** The question that it is about; null for anything else. */
  public Question getQuestion() {
    return report.about() == ReportAbout.QUESTION
        ? questions.find(report.subject()).orElse(null)
        : null;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
