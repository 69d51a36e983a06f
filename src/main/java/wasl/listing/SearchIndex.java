package wasl.listing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Sql;

/**
 * Keeps what the lists read: for each published listing one row with its sort keys, and a count.
 * Written in the transaction that changes the listing, so that a list never disagrees with the
 * listing. Every change is told in {@code listing_change} as well, which the nodes follow: their
 * indexes of words are made from it.
 *
 * <p>Sort keys are numbers along which the database walks an index and stops after a page, however
 * many listings there are. Counts change by insert-only rows that {@link CountListings} rolls up.
 */
@ApplicationScoped
public class SearchIndex {

  /** More than any instant in milliseconds until the year 2286. */
  private static final long UNIT = 10_000_000_000_000L;

  /** The states of published listings in the order in which they are shown. */
  private static final List<ListingState> SHOWN =
      List.of(
          ListingState.LIVE,
          ListingState.SCHEDULED,
          ListingState.COLLECTING,
          ListingState.FUNDED,
          ListingState.REPAYING,
          ListingState.DELIVERED,
          ListingState.COMPLETED,
          ListingState.SUSPENDED,
          ListingState.UNFUNDED,
          ListingState.DEFAULTED,
          ListingState.STOPPED,
          ListingState.WITHDRAWN);

  @Inject private Sql sql;
  @Inject private Listings listings;
  @Inject private ListingSections sections;
  @Inject private VettedBy vettedBy;

  void on(@Observes ListingEvent event) {
    Listing listing = listings.get(event.listing());
    if (listing.publishedAt() == null) {
      return;
    }
    ListingContent content = sections.load(listing);
    Business.Details business = content.business();
    long liveKey = liveKey(listing.state(), listing.publishedAt());
    String before =
        sql.one(
                "SELECT state FROM listing_search WHERE listing_id = ?",
                row -> row.getString("state"),
                listing.id().value())
            .orElse(null);
    if (before != null) {
      count(before, business, listing.model(), -1);
    }
    count(listing.state().name(), business, listing.model(), 1);
    sql.change(
        "REPLACE INTO listing_search (listing_id, state, sector, governorate, model, languages,"
            + " live_key, newest_key, ending_key, institution) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        listing.id().value(),
        listing.state(),
        business.sector(),
        business.governorate(),
        listing.model(),
        content.words().texts().keySet().stream().map(Lang::name).collect(Collectors.joining(" ")),
        liveKey,
        newestKey(listing.publishedAt()),
        endingKey(listing.state(), listing.publishedAt(), listing.deadline()),
        vettedBy.institution(listing.id()).orElse(null));
    sql.change(
        "INSERT INTO listing_change (id, listing_id) VALUES (?, ?)",
        Ids.next(),
        listing.id().value());
  }

  private void count(String state, Business.Details business, FundingModel model, int change) {
    sql.change(
        "INSERT INTO listing_count_tail (id, state, sector, governorate, model, n)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        Ids.next(),
        state,
        business.sector(),
        business.governorate(),
        model,
        change);
  }

  /** Ascending: by the order of states, then the newest publication first. */
  static long liveKey(ListingState state, Instant published) {
    return SHOWN.indexOf(state) * UNIT + newestKey(published);
  }

  static long newestKey(Instant published) {
    return UNIT - 1 - published.toEpochMilli();
  }

  static long endingKey(ListingState state, Instant published, Instant deadline) {
    return state == ListingState.LIVE ? deadline.toEpochMilli() : UNIT + liveKey(state, published);
  }
}
