package wasl.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wasl.community.Audience;
import wasl.community.CommunityEvent.UpdatePublished;
import wasl.community.Follow;
import wasl.community.Follows;
import wasl.community.ListingUpdate;
import wasl.community.UpdateState;
import wasl.community.Updates;
import wasl.listing.ListingEvent;
import wasl.listing.ListingEvent.ListingFunded;
import wasl.listing.ListingEvent.ListingResumed;
import wasl.listing.ListingEvent.ListingStarted;
import wasl.listing.ListingEvent.ListingStopped;
import wasl.listing.ListingEvent.ListingSuspended;
import wasl.listing.ListingEvent.ListingUnfunded;
import wasl.listing.ListingEvent.ListingWithdrawn;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.outbox.Handler;
import wasl.party.Contact;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.pledge.PledgeQueries;

/**
 * Letters to whoever follows a listing or a filter, and updates to investors. Each carries the link
 * that stops just these; who gets an investor's letter gets no follower's beside it.
 */
@ApplicationScoped
public class FollowLetters {
  @Inject private Delivery delivery;
  @Inject private Updates updates;
  @Inject private Follows follows;
  @Inject private ListingQueries listings;
  @Inject private PledgeQueries pledges;
  @Inject private PartyQueries parties;

  @Produces
  Handler<UpdatePublished> published() {
    return delivery.handler(
        "notice.update-published",
        UpdatePublished.class,
        event ->
            updates
                .find(event.update())
                .filter(update -> update.state() == UpdateState.PUBLISHED)
                .map(this::ofUpdate)
                .orElse(List.of()));
  }

  @Produces
  Handler<ListingStarted> started() {
    return delivery.handler(
        "notice.follow-started",
        ListingStarted.class,
        event -> {
          List<Letter> letters = new ArrayList<>(ofState(event.listing(), ListingState.LIVE));
          Set<PartyId> told = new HashSet<>();
          letters.forEach(letter -> told.add(letter.to().party()));
          ListingFacts facts = listings.facts(event.listing());
          List<Follow> fitting =
              follows.fitting(facts).stream()
                  .filter(follow -> !told.contains(follow.party()))
                  .toList();
          letters.addAll(
              toFollowers(fitting, NoticeKind.FOLLOWED_MATCH, facts, Map.of(), open(facts)));
          return letters;
        });
  }

  @Produces
  Handler<ListingFunded> funded() {
    return ofEvent("notice.follow-funded", ListingFunded.class, ListingState.FUNDED);
  }

  @Produces
  Handler<ListingUnfunded> unfunded() {
    return ofEvent("notice.follow-unfunded", ListingUnfunded.class, ListingState.UNFUNDED);
  }

  @Produces
  Handler<ListingSuspended> suspended() {
    return ofEvent("notice.follow-suspended", ListingSuspended.class, ListingState.SUSPENDED);
  }

  @Produces
  Handler<ListingResumed> resumed() {
    return delivery.handler(
        "notice.follow-resumed",
        ListingResumed.class,
        // what was collected or funded goes on without anything to do for a follower
        event ->
            event.to() == ListingState.LIVE
                ? ofState(event.listing(), ListingState.LIVE)
                : List.of());
  }

  @Produces
  Handler<ListingStopped> stopped() {
    return ofEvent("notice.follow-stopped", ListingStopped.class, ListingState.STOPPED);
  }

  @Produces
  Handler<ListingWithdrawn> withdrawn() {
    return ofEvent("notice.follow-withdrawn", ListingWithdrawn.class, ListingState.WITHDRAWN);
  }

  private <E extends ListingEvent> Handler<E> ofEvent(
      String name, Class<E> type, ListingState state) {
    return delivery.handler(name, type, event -> ofState(event.listing(), state));
  }

  private List<Letter> ofUpdate(ListingUpdate update) {
    ListingFacts facts = listings.facts(update.listing());
    Map<String, Object> values = Map.of("update", update.title());
    String path = open(facts) + "/updates/" + update.code();
    List<PartyId> backers = pledges.investors(update.listing());
    List<Letter> letters = new ArrayList<>();
    for (Contact contact : parties.contacts(backers).values()) {
      letters.add(
          new Letter(
              Reader.of(contact),
              NoticeKind.BACKED_UPDATE,
              ProjectLetters.with(facts, values),
              path,
              true));
    }
    if (update.audience() == Audience.ALL) {
      letters.addAll(
          toFollowers(
              others(update.listing(), backers), NoticeKind.FOLLOWED_UPDATE, facts, values, path));
    }
    return letters;
  }

  private List<Letter> ofState(ListingId listing, ListingState state) {
    ListingFacts facts = listings.facts(listing);
    return toFollowers(
        others(listing, pledges.investors(listing)),
        NoticeKind.FOLLOWED_STATE,
        facts,
        Map.of("state", state),
        open(facts));
  }

  /** Followers who are no investors: these have letters of their own. */
  private List<Follow> others(ListingId listing, List<PartyId> backers) {
    Set<PartyId> investors = Set.copyOf(backers);
    return follows.ofListing(listing).stream()
        .filter(follow -> !investors.contains(follow.party()))
        .toList();
  }

  private List<Letter> toFollowers(
      List<Follow> followers,
      NoticeKind kind,
      ListingFacts facts,
      Map<String, Object> values,
      String path) {
    Map<PartyId, Contact> contacts =
        parties.contacts(followers.stream().map(Follow::party).toList());
    return followers.stream()
        .filter(follow -> contacts.containsKey(follow.party()))
        .map(
            follow ->
                new Letter(
                    Reader.of(contacts.get(follow.party())),
                    kind,
                    ProjectLetters.with(facts, values),
                    path,
                    true,
                    follow.id()))
        .toList();
  }

  private static String open(ListingFacts facts) {
    return "/listings/" + facts.id();
  }
}
