package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import wasl.community.AbuseReport;
import wasl.community.CommunityEvent.QuestionAnswered;
import wasl.community.CommunityEvent.QuestionAsked;
import wasl.community.CommunityEvent.QuestionHidden;
import wasl.community.CommunityEvent.ReportAnswered;
import wasl.community.CommunityEvent.ReportFiled;
import wasl.community.CommunityEvent.UpdateHidden;
import wasl.community.Questions;
import wasl.community.Reports;
import wasl.community.Updates;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.outbox.Handler;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Role;
import wasl.shared.Lang;
import wasl.shared.Texts;

/** Letters about what people say: questions and their answers, reports, what was hidden and why. */
@ApplicationScoped
public class CommunityLetters {
  @Inject private Delivery delivery;
  @Inject private Updates updates;
  @Inject private Questions questions;
  @Inject private Reports reports;
  @Inject private ListingQueries listings;
  @Inject private PartyQueries parties;

  @Produces
  Handler<QuestionAsked> asked() {
    return delivery.handler(
        "notice.question-asked",
        QuestionAsked.class,
        event ->
            told(
                questions.find(event.question()),
                question ->
                    letter(
                        listings.facts(question.listing()).owner(),
                        NoticeKind.QUESTION_ASKED,
                        question.listing(),
                        Map.of("question", question.text()),
                        "/my/listings/" + question.listing() + "/questions")));
  }

  @Produces
  Handler<QuestionAnswered> answered() {
    return delivery.handler(
        "notice.question-answered",
        QuestionAnswered.class,
        event ->
            told(
                questions.find(event.question()).filter(each -> each.answer() != null),
                question ->
                    letter(
                        question.asker(),
                        NoticeKind.QUESTION_ANSWERED,
                        question.listing(),
                        Map.of("question", question.text(), "answer", question.answer()),
                        "/listings/" + question.listing() + "/questions")));
  }

  @Produces
  Handler<QuestionHidden> questionHidden() {
    return delivery.handler(
        "notice.question-hidden",
        QuestionHidden.class,
        event ->
            told(
                questions.find(event.question()).filter(each -> each.reason() != null),
                question ->
                    letter(
                        question.asker(),
                        NoticeKind.QUESTION_HIDDEN,
                        question.listing(),
                        Map.of("question", question.text(), "reason", question.reason()),
                        "/listings/" + question.listing())));
  }

  @Produces
  Handler<UpdateHidden> updateHidden() {
    return delivery.handler(
        "notice.update-hidden",
        UpdateHidden.class,
        event ->
            told(
                updates.find(event.update()).filter(each -> each.reason() != null),
                update ->
                    letter(
                        update.author(),
                        NoticeKind.UPDATE_HIDDEN,
                        update.listing(),
                        Map.of("update", update.title(), "reason", update.reason()),
                        "/my/listings/" + update.listing() + "/updates")));
  }

  @Produces
  Handler<ReportFiled> filed() {
    return delivery.handler(
        "notice.report-filed",
        ReportFiled.class,
        event -> reports.find(event.report()).map(this::toDesk).orElse(List.of()));
  }

  @Produces
  Handler<ReportAnswered> reportAnswered() {
    return delivery.handler(
        "notice.report-answered",
        ReportAnswered.class,
        event -> reports.find(event.report()).map(this::toReporter).orElse(List.of()));
  }

  /** Reviewers of the lead institution, and administrators. */
  private List<Letter> toDesk(AbuseReport report) {
    List<Contact> desk = new ArrayList<>(parties.officersWith(Role.ADMINISTRATOR));
    if (report.lead() != null) {
      desk.addAll(parties.officersWith(Role.REVIEWER, report.lead()));
    }
    Function<Lang, String> cause =
        lang -> Texts.in(lang).get("community.reportCause." + report.cause());
    return desk.stream()
        .distinct()
        .map(
            contact ->
                new Letter(
                    Reader.of(contact),
                    NoticeKind.REPORT_FILED,
                    words(report.listing(), Map.of("cause", cause)),
                    "/desk/reports/" + report.code(),
                    true))
        .toList();
  }

  private List<Letter> toReporter(AbuseReport report) {
    if (report.reporter() == null && report.email() == null) {
      return List.of();
    }
    Reader reader =
        report.reporter() == null
            ? new Reader(null, null, null, report.email(), report.lang())
            : Reader.of(parties.contact(report.reporter()));
    return List.of(
        new Letter(
            reader,
            NoticeKind.REPORT_ANSWERED,
            words(
                report.listing(),
                Map.of("state", report.state(), "answer", String.valueOf(report.answer()))),
            "/listings/" + report.listing(),
            report.reporter() != null));
  }

  private interface ToLetter<T> {
    Letter of(T said);
  }

  private static <T> List<Letter> told(Optional<T> said, ToLetter<T> letter) {
    return said.map(each -> List.of(letter.of(each))).orElse(List.of());
  }

  private Letter letter(
      PartyId to, NoticeKind kind, ListingId listing, Map<String, Object> values, String path) {
    return new Letter(Reader.of(parties.contact(to)), kind, words(listing, values), path, true);
  }

  private Map<String, Object> words(ListingId listing, Map<String, Object> values) {
    return new HashMap<>(ProjectLetters.with(listings.facts(listing), values));
  }
}
