package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.outbox.Handler;
import wasl.party.InstitutionId;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Role;
import wasl.pledge.PledgeEvent.PledgeRefundFailed;
import wasl.pledge.PledgeQueries;
import wasl.shared.Baghdad;
import wasl.shared.Lang;
import wasl.shared.Texts;
import wasl.vetting.CaseId;
import wasl.vetting.Cases;
import wasl.vetting.Declarations;
import wasl.vetting.Declarations.Interest;
import wasl.vetting.Outcome;
import wasl.vetting.VettingEvent.CaseOpened;
import wasl.vetting.VettingEvent.CaseOverdue;
import wasl.vetting.VettingEvent.CaseReturned;
import wasl.vetting.VettingEvent.DecisionProposed;
import wasl.vetting.VettingEvent.ProposalReturned;

/** Letters to staff: reviewers of the lead institution, finance officers. */
@ApplicationScoped
public class DeskLetters {
  @Inject private Delivery delivery;
  @Inject private ListingQueries listings;
  @Inject private PledgeQueries pledges;
  @Inject private PartyQueries parties;
  @Inject private Cases cases;
  @Inject private Declarations declarations;

  @Produces
  Handler<CaseOpened> opened() {
    return delivery.handler(
        "notice.case-opened",
        CaseOpened.class,
        event -> {
          var due = cases.get(event.file()).dueAt();
          return due == null
              ? List.of()
              : toReviewers(
                  event.file(),
                  event.listing(),
                  event.lead(),
                  NoticeKind.CASE_NEW,
                  Map.of("due", Baghdad.day(due)),
                  reviewer -> true);
        });
  }

  @Produces
  Handler<CaseReturned> returned() {
    return delivery.handler(
        "notice.case-returned",
        CaseReturned.class,
        event ->
            toReviewers(
                event.file(),
                event.listing(),
                event.lead(),
                NoticeKind.CASE_BACK,
                Map.of(),
                reviewer -> true));
  }

  @Produces
  Handler<DecisionProposed> proposed() {
    return delivery.handler(
        "notice.decision-proposed",
        DecisionProposed.class,
        event -> {
          Outcome outcome =
              cases.pending(event.file()).map(pending -> pending.outcome()).orElse(null);
          Function<Lang, String> word = lang -> Texts.in(lang).get("vetting.outcome." + outcome);
          return outcome == null
              ? List.of()
              : toReviewers(
                  event.file(),
                  event.listing(),
                  event.lead(),
                  NoticeKind.DECISION_PROPOSED,
                  Map.of("outcome", word),
                  reviewer -> !reviewer.equals(event.by()));
        });
  }

  @Produces
  Handler<ProposalReturned> proposalReturned() {
    return delivery.handler(
        "notice.proposal-returned",
        ProposalReturned.class,
        event ->
            List.of(
                new Letter(
                    Reader.of(parties.contact(event.to())),
                    NoticeKind.PROPOSAL_RETURNED,
                    ProjectLetters.with(listings.facts(event.listing()), Map.of()),
                    desk(event.file()),
                    true)));
  }

  @Produces
  Handler<CaseOverdue> overdue() {
    return delivery.handler(
        "notice.case-overdue",
        CaseOverdue.class,
        event ->
            toReviewers(
                event.file(),
                event.listing(),
                event.lead(),
                NoticeKind.CASE_OVERDUE,
                Map.of(),
                reviewer -> true));
  }

  @Produces
  Handler<PledgeRefundFailed> refundFailed() {
    return delivery.handler(
        "notice.refund-failed",
        PledgeRefundFailed.class,
        event ->
            pledges
                .find(event.pledge())
                .map(
                    pledge ->
                        parties.officersWith(Role.FINANCE).stream()
                            .map(
                                contact ->
                                    new Letter(
                                        Reader.of(contact),
                                        NoticeKind.REFUND_FAILED,
                                        ProjectLetters.with(
                                            pledge.listing(), Map.of("amount", pledge.total())),
                                        "/finance",
                                        true))
                            .toList())
                .orElse(List.of()));
  }

  private List<Letter> toReviewers(
      CaseId file,
      ListingId listing,
      InstitutionId lead,
      NoticeKind kind,
      Map<String, Object> values,
      Predicate<PartyId> wanted) {
    Map<String, Object> words = ProjectLetters.with(listings.facts(listing), values);
    return parties.officersWith(Role.REVIEWER, lead).stream()
        .filter(contact -> wanted.test(contact.id()) && !recused(file, contact.id()))
        .map(contact -> new Letter(Reader.of(contact), kind, words, desk(file), true))
        .toList();
  }

  private boolean recused(CaseId file, PartyId reviewer) {
    return declarations
        .of(file, reviewer)
        .map(declared -> declared.interest() == Interest.RECUSED)
        .orElse(false);
  }

  private static String desk(CaseId file) {
    return "/desk/" + file;
  }
}
