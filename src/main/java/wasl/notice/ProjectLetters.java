package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import wasl.listing.ListingEvent;
import wasl.listing.ListingEvent.ChangesRequested;
import wasl.listing.ListingEvent.CollectingStarted;
import wasl.listing.ListingEvent.ListingApproved;
import wasl.listing.ListingEvent.ListingFunded;
import wasl.listing.ListingEvent.ListingLapsed;
import wasl.listing.ListingEvent.ListingPublished;
import wasl.listing.ListingEvent.ListingRejected;
import wasl.listing.ListingEvent.ListingResumed;
import wasl.listing.ListingEvent.ListingStarted;
import wasl.listing.ListingEvent.ListingStopped;
import wasl.listing.ListingEvent.ListingSubmitted;
import wasl.listing.ListingEvent.ListingSuspended;
import wasl.listing.ListingEvent.ListingUnfunded;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.Listings;
import wasl.listing.Section;
import wasl.outbox.Handler;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.pledge.PledgeQueries;
import wasl.shared.Lang;
import wasl.shared.Texts;

/** Letters about a listing's life: to its owner, and to its investors where it concerns them. */
@ApplicationScoped
public class ProjectLetters {
  @Inject private Delivery delivery;
  @Inject private ListingQueries listings;
  @Inject private Listings aggregates;
  @Inject private PledgeQueries pledges;
  @Inject private PartyQueries parties;

  @Produces
  Handler<ListingSubmitted> submitted() {
    return toOwner(
        "notice.listing-submitted", ListingSubmitted.class, NoticeKind.PROJECT_SUBMITTED);
  }

  @Produces
  Handler<ChangesRequested> changesRequested() {
    return delivery.handler(
        "notice.changes-requested",
        ChangesRequested.class,
        event -> {
          Function<Lang, String> sections = lang -> names(event.sections(), lang);
          return List.of(
              owners(
                  event.listing(),
                  NoticeKind.CHANGES_REQUESTED,
                  Map.of("sections", sections),
                  own(event.listing()) + "/edit"));
        });
  }

  @Produces
  Handler<ListingApproved> approved() {
    return toOwner("notice.listing-approved", ListingApproved.class, NoticeKind.PROJECT_APPROVED);
  }

  @Produces
  Handler<ListingRejected> rejected() {
    return delivery.handler(
        "notice.listing-rejected",
        ListingRejected.class,
        event -> {
          Instant until = aggregates.get(event.listing()).appealUntil();
          return until == null
              ? List.of()
              : List.of(
                  owners(
                      event.listing(),
                      NoticeKind.PROJECT_REJECTED,
                      Map.of("until", until),
                      own(event.listing()) + "/preview#record"));
        });
  }

  @Produces
  Handler<ListingPublished> published() {
    return delivery.handler(
        "notice.listing-published",
        ListingPublished.class,
        event ->
            List.of(
                owners(
                    event.listing(),
                    NoticeKind.PROJECT_PUBLISHED,
                    Map.of("date", listings.facts(event.listing()).opensAt()),
                    open(event.listing()))));
  }

  @Produces
  Handler<ListingStarted> started() {
    return delivery.handler(
        "notice.listing-started",
        ListingStarted.class,
        event ->
            List.of(
                owners(
                    event.listing(),
                    NoticeKind.PROJECT_STARTED,
                    Map.of("deadline", listings.facts(event.listing()).deadline()),
                    open(event.listing()))));
  }

  @Produces
  Handler<ListingLapsed> lapsed() {
    return toOwner("notice.listing-lapsed", ListingLapsed.class, NoticeKind.PROJECT_LAPSED);
  }

  @Produces
  Handler<CollectingStarted> collecting() {
    return toOwner(
        "notice.collecting-started", CollectingStarted.class, NoticeKind.PROJECT_COLLECTING);
  }

  @Produces
  Handler<ListingFunded> funded() {
    return delivery.handler(
        "notice.listing-funded",
        ListingFunded.class,
        event ->
            toAll(
                event.listing(),
                NoticeKind.PROJECT_FUNDED,
                NoticeKind.BACKED_FUNDED,
                Map.of("collected", pledges.totals(event.listing()).collected())));
  }

  @Produces
  Handler<ListingUnfunded> unfunded() {
    return toOwner("notice.listing-unfunded", ListingUnfunded.class, NoticeKind.PROJECT_UNFUNDED);
  }

  @Produces
  Handler<ListingSuspended> suspended() {
    return delivery.handler(
        "notice.listing-suspended",
        ListingSuspended.class,
        event ->
            toAll(
                event.listing(),
                NoticeKind.PROJECT_SUSPENDED,
                NoticeKind.BACKED_SUSPENDED,
                Map.of("reason", event.reason(), "state", known(event.from()))));
  }

  @Produces
  Handler<ListingResumed> resumed() {
    return delivery.handler(
        "notice.listing-resumed",
        ListingResumed.class,
        event ->
            toAll(
                event.listing(),
                NoticeKind.PROJECT_RESUMED,
                NoticeKind.BACKED_RESUMED,
                resumed(listings.facts(event.listing()), known(event.to()))));
  }

  /** What a campaign, a collection and a funded project go on until is not the same. */
  static Map<String, Object> resumed(ListingFacts facts, ListingState to) {
    Instant until = to == ListingState.COLLECTING ? facts.collectingUntil() : facts.deadline();
    return Map.of("state", to, "until", until);
  }

  /** Events from before they told the state are of campaigns, which are suspended most. */
  private static ListingState known(ListingState told) {
    return told == null ? ListingState.LIVE : told;
  }

  @Produces
  Handler<ListingStopped> stopped() {
    return delivery.handler(
        "notice.listing-stopped",
        ListingStopped.class,
        event ->
            List.of(
                owners(
                    event.listing(),
                    NoticeKind.PROJECT_STOPPED,
                    Map.of(
                        "reason",
                        String.valueOf(aggregates.get(event.listing()).suspensionReason())),
                    own(event.listing()))));
  }

  private <E extends ListingEvent> Handler<E> toOwner(String name, Class<E> type, NoticeKind kind) {
    return delivery.handler(
        name,
        type,
        event -> List.of(owners(event.listing(), kind, Map.of(), own(event.listing()))));
  }

  private Letter owners(
      ListingId listing, NoticeKind kind, Map<String, Object> values, String path) {
    ListingFacts facts = listings.facts(listing);
    return new Letter(
        Reader.of(parties.contact(facts.owner())), kind, with(facts, values), path, true);
  }

  private List<Letter> toAll(
      ListingId listing, NoticeKind owners, NoticeKind investors, Map<String, Object> values) {
    List<Letter> letters = new ArrayList<>();
    letters.add(owners(listing, owners, values, open(listing)));
    ListingFacts facts = listings.facts(listing);
    List<PartyId> backers = pledges.investors(listing);
    parties
        .contacts(backers)
        .values()
        .forEach(
            contact ->
                letters.add(
                    new Letter(
                        Reader.of(contact), investors, with(facts, values), open(listing), true)));
    return letters;
  }

  /** The arguments with the project's title, in the letter's language where there is one. */
  static Map<String, Object> with(ListingFacts facts, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    Function<Lang, String> title = facts::title;
    all.put("project", title);
    return all;
  }

  private static String names(List<Section> sections, Lang lang) {
    return sections.stream()
        .sorted()
        .map(section -> Texts.in(lang).get("listing.section." + section))
        .collect(Collectors.joining(lang == Lang.EN ? ", " : "، "));
  }

  private static String own(ListingId listing) {
    return "/my/listings/" + listing;
  }

  private static String open(ListingId listing) {
    return "/listings/" + listing;
  }
}
