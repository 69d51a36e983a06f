package wasl.vetting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import wasl.listing.ListingEvent;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.Section;
import wasl.shared.DomainEvent;
import wasl.vetting.CaseSteps.StepKind;
import wasl.vetting.RoutingRule.Lead;

/**
 * Follows what entrepreneurs do with their listings, in the same transaction: a submitted listing
 * has a case, or it is not submitted.
 */
@ApplicationScoped
public class CaseIntake {
  @Inject private Cases cases;
  @Inject private CaseSteps steps;
  @Inject private Checklists checklists;
  @Inject private ChangeRequests requests;
  @Inject private Routing routing;
  @Inject private Calendar calendar;
  @Inject private ListingQueries listings;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  void submitted(@Observes ListingEvent.ListingSubmitted event) {
    ListingFacts facts = listings.facts(event.listing());
    Lead lead = routing.ruleFor(Routing.matter(facts)).lead();
    Case file =
        new Case(
            CaseId.next(),
            event.listing(),
            lead,
            checklists.newest(facts.model()),
            calendar.of(lead.institution()),
            clock.instant());
    cases.save(file);
    steps.add(file.id(), StepKind.SUBMITTED, null, null, file.submittedAt());
    events.fire(new VettingEvent.CaseOpened(file.id(), event.listing(), lead.institution()));
  }

  void resubmitted(@Observes ListingEvent.ListingResubmitted event) {
    newest(event.listing())
        .ifPresent(
            file -> {
              Instant now = clock.instant();
              file.resubmit(calendar.of(file.institution()), now);
              cases.save(file);
              requests.answered(file.id(), event.changed(), now);
              checklists.reopen(file.id(), event.changed());
              steps.add(file.id(), StepKind.RESUBMITTED, null, words(event.changed()), now);
              backOnDesk(file);
            });
  }

  void appealed(@Observes ListingEvent.ListingAppealed event) {
    newest(event.listing())
        .ifPresent(
            file -> {
              Instant now = clock.instant();
              file.appeal(calendar.of(file.institution()), now);
              cases.save(file);
              steps.add(file.id(), StepKind.APPEALED, null, null, now);
              backOnDesk(file);
            });
  }

  private void backOnDesk(Case file) {
    events.fire(new VettingEvent.CaseReturned(file.id(), file.listing(), file.institution()));
  }

  void recalled(@Observes ListingEvent.ListingRecalled event) {
    close(event.listing(), StepKind.RECALLED);
  }

  void withdrawn(@Observes ListingEvent.ListingWithdrawn event) {
    close(event.listing(), StepKind.WITHDRAWN);
  }

  void lapsed(@Observes ListingEvent.ListingLapsed event) {
    close(event.listing(), StepKind.LAPSED);
  }

  private void close(ListingId listing, StepKind kind) {
    newest(listing)
        .filter(file -> file.allows(CaseAction.CLOSE))
        .ifPresent(
            file -> {
              Instant now = clock.instant();
              file.close(calendar.of(file.institution()), now);
              cases.save(file);
              steps.add(file.id(), kind, null, null, now);
            });
  }

  private Optional<Case> newest(ListingId listing) {
    return cases.lockOf(listing);
  }

  /** Sections as a step keeps them: their constants, separated by blanks. */
  static String words(List<Section> sections) {
    return String.join(
        " ", sections.stream().sorted(Comparator.naturalOrder()).map(Section::name).toList());
  }
}
