package wasl.community;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.shared.Page;
import wasl.shared.Refused;
import wasl.shared.Remembered;
import wasl.shared.Sql;

/** What is said about a listing, as its page shows it to whoever reads. */
@ApplicationScoped
public class Voices {
  private static final Page.Wish FIRST_UPDATES = new Page.Wish(0, 3);
  private static final Page.Wish FIRST_QUESTIONS = new Page.Wish(0, 5);

  @Inject private Sql sql;
  @Inject private Updates updates;
  @Inject private Questions questions;
  @Inject private UpdateReaders readers;

  /** What everybody sees is read twice a second for each listing, however many look at it. */
  private final Remembered<ListingId, Shown> shown =
      new Remembered<>(Duration.ofMillis(500), 5_000, id -> read(id, false));

  /**
   * The newest of each, and how many there are.
   *
   * @param updates those for investors only without their words for everybody else
   */
  public record Shown(
      List<ListingUpdate> updates, long updatesTotal, List<Question> questions, long total) {}

  /** What this person sees of a published listing. */
  public Shown of(Actor by, ListingFacts listing) {
    return by.signedIn() && readers.insider(by, listing)
        ? read(listing.id(), true)
        : shown.get(listing.id());
  }

  private record Counts(long updates, long questions) {}

  private Shown read(ListingId listing, boolean insider) {
    Counts counts = counts(listing);
    List<ListingUpdate> told =
        counts.updates() == 0 ? List.of() : updates.published(listing, FIRST_UPDATES).items();
    List<Question> asked =
        counts.questions() == 0 ? List.of() : questions.published(listing, FIRST_QUESTIONS).items();
    return new Shown(words(told, insider), counts.updates(), asked, counts.questions());
  }

  /** Of most listings nothing is said yet, and one look tells. */
  private Counts counts(ListingId listing) {
    return sql.one(
            "SELECT (SELECT COUNT(*) FROM community_update WHERE listing = ?"
                + " AND state = 'PUBLISHED'), (SELECT COUNT(*) FROM community_question"
                + " WHERE listing = ? AND state = 'PUBLISHED')",
            row -> new Counts(row.getLong(1), row.getLong(2)),
            listing.value(),
            listing.value())
        .orElseThrow();
  }

  /** A page of all updates of a published listing for this reader. */
  public Page<ListingUpdate> updates(Actor by, ListingFacts listing, Page.Wish wish) {
    Page<ListingUpdate> page = updates.published(listing.id(), wish);
    return new Page<>(
        words(page.items(), readers.insider(by, listing)), page.page(), page.size(), page.total());
  }

  /**
   * One published update for this reader.
   *
   * @throws Refused {@link CommunityRefused.NotFound}, also for whoever may not read it; {@link
   *     AccessRefused.SignInNeeded} where it is for investors and nobody has signed in
   */
  public ListingUpdate update(Actor by, ListingFacts listing, long id) {
    ListingUpdate update =
        updates
            .find(id)
            .filter(each -> each.listing().equals(listing.id()))
            .filter(each -> each.state() == UpdateState.PUBLISHED)
            .orElseThrow(() -> new Refused(new CommunityRefused.NotFound()));
    if (update.audience() == Audience.ALL || readers.insider(by, listing)) {
      return update;
    }
    throw new Refused(
        by.signedIn() ? new CommunityRefused.NotFound() : new AccessRefused.SignInNeeded());
  }

  private static List<ListingUpdate> words(List<ListingUpdate> updates, boolean insider) {
    return insider ? updates : updates.stream().map(Voices::closed).toList();
  }

  private static ListingUpdate closed(ListingUpdate update) {
    return update.audience() == Audience.ALL
        ? update
        : new ListingUpdate(
            update.id(),
            update.listing(),
            update.author(),
            update.lead(),
            update.audience(),
            update.lang(),
            null,
            null,
            update.state(),
            update.publishedAt(),
            null);
  }

  /** Whoever has just said something sees it at once. */
  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommunityEvent said) {
    shown.forget(said.listing());
  }
}
