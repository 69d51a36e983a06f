package wasl.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.listing.ListingSearch;
import wasl.listing.ListingState;
import wasl.payment.CampaignFixtures;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Page;
import wasl.shared.Sql;

/** This node's index in the server, with the real database behind it. */
@ExtendWith(ArquillianExtension.class)
class SearchIT {

  private static final Duration PROMISED = Duration.ofSeconds(2);

  @Inject private CampaignFixtures campaigns;
  @Inject private SearchListings search;
  @Inject private NodeIndex index;
  @Inject private Sql sql;

  @Test
  void isFoundWithinTwoSecondsWhateverHappensToIt() {
    String word = word();
    ListingId listing = named(word);
    until(() -> found(word).equals(List.of(listing)));
    assertThat(search.find(live(word), new Page.Wish(0, 10), Lang.EN).page().total()).isOne();

    campaigns.suspend(listing);
    // before the index has heard of it, the database says that it is open no more
    assertThat(search.find(live(word), new Page.Wish(0, 10), Lang.EN).page().items()).isEmpty();
    until(
        () ->
            search
                .find(words(word), new Page.Wish(0, 10), Lang.EN)
                .facets()
                .states()
                .keySet()
                .equals(Set.of(ListingState.SUSPENDED)));
  }

  @Test
  void takesAChangeThatBecameVisibleLate() {
    String word = word();
    ListingId listing = campaigns.live(1_000);
    sql.change("UPDATE listing_words SET title = ? WHERE listing_id = ?", word, listing.value());
    // as of a transaction that began minutes before others which were committed first
    Instant before = Instant.ofEpochMilli(System.currentTimeMillis()).minusSeconds(300);
    sql.change(
        "INSERT INTO listing_change (id, listing_id) VALUES (?, ?)",
        Ids.firstAt(before) + listing.value() % 1_000_000,
        listing.value());
    until(() -> found(word).equals(List.of(listing)));
  }

  @Test
  void whatTheDatabaseNoLongerHasFallsOut() {
    String word = word();
    ListingId listing = named(word);
    until(() -> found(word).equals(List.of(listing)));
    var rows =
        sql.list(
            "SELECT * FROM listing_search WHERE listing_id = ?",
            row -> {
              Object[] values = new Object[row.getMetaData().getColumnCount()];
              for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(i + 1);
              }
              return values;
            },
            listing.value());
    sql.change("DELETE FROM listing_search WHERE listing_id = ?", listing.value());
    try {
      Found found = search.find(words(word), new Page.Wish(0, 10), Lang.EN);
      assertThat(found.page().items()).isEmpty();
      assertThat(found.page().total()).isZero();
    } finally {
      sql.change("INSERT INTO listing_search VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.get(0));
    }
  }

  @Test
  void isMadeAnewWithEverythingThatWasThere() throws IOException {
    String word = word();
    ListingId listing = named(word);
    until(() -> found(word).equals(List.of(listing)));
    NodeIndex.Made made = index.rebuild();
    assertThat(made.listings())
        .isEqualTo(sql.number("SELECT COUNT(*) FROM listing_search"))
        .isPositive();
    assertThat(found(word)).containsExactly(listing);
    Path root = Path.of(ConfigProvider.getConfig().getValue("wasl.index.folder", String.class));
    try (Stream<Path> folders = Files.list(root)) {
      assertThat(folders).as("the old one is gone").hasSize(1);
    }
    String another = word();
    ListingId later = named(another);
    until(() -> found(another).equals(List.of(later)));
  }

  /** As promised to visitors: soon enough on a machine that has other things to do as well. */
  private static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + PROMISED.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited longer than was promised").isLessThan(end);
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** A published listing whose title has a word that no other has. */
  private ListingId named(String word) {
    ListingId listing = campaigns.live(1_000);
    sql.change(
        "UPDATE listing_words SET title = ? WHERE listing_id = ?",
        "Workshop " + word,
        listing.value());
    sql.change(
        "INSERT INTO listing_change (id, listing_id) VALUES (?, ?)", Ids.next(), listing.value());
    return listing;
  }

  private static String word() {
    return "z" + Ids.text(Ids.next()).toLowerCase(Locale.ROOT);
  }

  private List<ListingId> found(String word) {
    Found found = search.find(words(word), new Page.Wish(0, 10), Lang.EN);
    return found.exact()
        ? found.page().items().stream().map(ListingSearch.Row::id).toList()
        : List.of();
  }

  private static ListingSearch words(String q) {
    return new ListingSearch(q, Set.of(), null, null, null, null, null);
  }

  private static ListingSearch live(String q) {
    return new ListingSearch(q, Set.of(ListingState.LIVE), null, null, null, null, null);
  }
}
