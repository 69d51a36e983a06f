package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingRefused;
import wasl.party.Actor;
import wasl.party.EmailAddress;
import wasl.party.Throttle;
import wasl.shared.DomainEvent;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.vetting.Cases;

/**
 * Anybody, signed in or not, reports a published listing, an update or a question. The same form
 * sent twice is one report. Who reports is told to nobody but the desk.
 *
 * <p>Refusals: {@link ListingRefused.NotFound}, {@link CommunityRefused}, {@link
 * wasl.party.PartyRefused.InvalidEmail}, {@link wasl.party.PartyRefused.TooManyAttempts}.
 */
@ApplicationScoped
@Transactional
public class FileReport {
  @Inject private ListingQueries listings;
  @Inject private ReportSubjects subjects;
  @Inject private Reports reports;
  @Inject private Cases cases;
  @Inject private Throttle throttle;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * What is reported.
   *
   * @param key the form's own, 13 characters
   * @param subject the id of the update or question; ignored where it is about the listing
   * @param email where a visitor wants the answer; null or empty for nowhere
   * @param address from where, for the limit; null for none
   */
  public record Command(
      Actor by,
      ListingId listing,
      String key,
      ReportAbout about,
      long subject,
      ReportCause cause,
      String text,
      String email,
      String address) {}

  public void handle(Command command) {
    ListingFacts listing = listings.facts(command.listing());
    if (!listing.published()) {
      throw new Refused(new ListingRefused.NotFound());
    }
    subjects.require(command.by(), listing, command.about(), command.subject());
    if (reports.sent(command.key())) {
      return;
    }
    if (listing.owner().equals(command.by().party()) && command.about() != ReportAbout.QUESTION) {
      throw new Refused(new CommunityRefused.OwnListing());
    }
    if (command.cause() == null) {
      throw new Refused(new CommunityRefused.CauseNeeded());
    }
    String text = Words.withLinks(command.text(), Words.LEAST_REPORT, Words.MOST_REPORT);
    boolean visitor = !command.by().signedIn();
    String email =
        visitor && command.email() != null && !command.email().isBlank()
            ? EmailAddress.of(command.email()).value()
            : null;
    throttle.count(CommunityLimits.REPORT_ADDRESS, command.address());
    if (!visitor) {
      throttle.count(CommunityLimits.REPORT_ACCOUNT, command.by().party().toString());
    }
    AbuseReport report =
        new AbuseReport(
            Ids.next(),
            listing.id(),
            cases.leadOf(listing.id()).orElse(null),
            command.about(),
            command.about() == ReportAbout.LISTING ? listing.id().value() : command.subject(),
            command.cause(),
            text,
            command.by().lang(),
            command.by().party(),
            email,
            ReportState.LIFECYCLE.start(),
            clock.instant(),
            null,
            null,
            null);
    if (reports.add(report, command.key())) {
      events.fire(new CommunityEvent.ReportFiled(listing.id(), report.id()));
    }
  }
}
