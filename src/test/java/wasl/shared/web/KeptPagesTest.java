package wasl.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KeptPagesTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private final AtomicInteger made = new AtomicInteger();
  private final KeptPages pages = new KeptPages(100_000, Duration.ofHours(1));

  @Test
  void isMadeOnceForEachKey() {
    KeptPage first = pages.get("en/listings", CLOCK, ofBytes(10));

    assertThat(pages.get("en/listings", CLOCK, ofBytes(10))).isSameAs(first);
    assertThat(pages.get("ar/listings", CLOCK, ofBytes(10))).isNotSameAs(first);
    assertThat(pages.get("en/listings?page=2", CLOCK, ofBytes(10))).isNotSameAs(first);
    assertThat(made).hasValue(3);
  }

  /** The front page says that it is two seconds old at most: one, and one while it is made. */
  @Test
  void isNeverKeptForMoreThanASecond() {
    assertThat(KeptPages.asked(60)).isEqualTo(Duration.ofSeconds(1));
    assertThat(KeptPages.asked(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(KeptPages.asked(0)).isZero();
    assertThat(KeptPages.asked(-1)).isZero();
    KeptPages usual = new KeptPages(100_000, KeptPages.asked(60));
    KeptPage first = usual.get("en/", CLOCK, ofBytes(10));

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> usual.get("en/", CLOCK, ofBytes(10)) != first);
  }

  @Test
  void isMadeAnewWhenItHasGrownOld() {
    KeptPages brief = new KeptPages(100_000, Duration.ofNanos(1));
    KeptPage first = brief.get("en/", CLOCK, ofBytes(10));

    await().until(() -> brief.get("en/", CLOCK, ofBytes(10)) != first);
  }

  @Test
  void isAsOldAsTheOldestThingThatItShows() {
    Supplier<byte[]> ofOldNews =
        () -> {
          KeptPages.shows(System.nanoTime() - Duration.ofHours(3).toNanos());
          KeptPages.shows(System.nanoTime());
          return ofBytes(10).get();
        };
    pages.get("en/", CLOCK, ofOldNews);
    pages.get("en/", CLOCK, ofOldNews);
    assertThat(made).hasValue(2);

    pages.get("en/", CLOCK, ofBytes(10));
    pages.get("en/", CLOCK, ofBytes(10));
    assertThat(made).as("the next page is judged by itself").hasValue(3);
  }

  @Test
  void isMadeAnewWhenTheClockWasMoved() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    pages.get("en/", Clock.fixed(now, ZoneOffset.UTC), ofBytes(10));
    pages.get("en/", Clock.fixed(now, ZoneOffset.UTC), ofBytes(10));
    assertThat(made).hasValue(1);

    Clock later = Clock.fixed(now.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    pages.get("en/", later, ofBytes(10));

    assertThat(made).hasValue(2);
  }

  @Test
  void isMadeAnewWhenItWasDropped() {
    pages.get("en/listings/A", CLOCK, ofBytes(10));
    pages.get("en/listings/B", CLOCK, ofBytes(10));

    pages.drop(key -> key.endsWith("/A"));
    pages.get("en/listings/A", CLOCK, ofBytes(10));
    pages.get("en/listings/B", CLOCK, ofBytes(10));

    assertThat(made).hasValue(3);
  }

  @Test
  void isNotKeptWhenItWasDroppedInTheMaking() {
    pages.get(
        "en/",
        CLOCK,
        () -> {
          pages.drop(key -> true);
          return new byte[10];
        });
    pages.get("en/", CLOCK, ofBytes(10));

    assertThat(made).hasValue(1);
  }

  @Test
  void givesAwayThoseThatWereNotAskedForTheLongest() {
    pages.get("a", CLOCK, ofBytes(30_000));
    pages.get("b", CLOCK, ofBytes(30_000));
    pages.get("a", CLOCK, ofBytes(30_000));
    pages.get("c", CLOCK, ofBytes(30_000));
    assertThat(pages.weight()).isLessThanOrEqualTo(100_000);

    pages.get("a", CLOCK, ofBytes(30_000));
    assertThat(made).hasValue(3);
    pages.get("b", CLOCK, ofBytes(30_000));
    assertThat(made).hasValue(4);
  }

  @Test
  void keepsNoPageThatIsTooHeavyAndNoneThatFailed() {
    KeptPages large = new KeptPages(10_000_000, Duration.ofHours(1));
    large.get("en/", CLOCK, ofBytes(600_000));
    assertThatThrownBy(() -> large.get("en/x", CLOCK, this::fail))
        .isInstanceOf(IllegalStateException.class);

    assertThat(large.weight()).isZero();
    large.get("en/x", CLOCK, ofBytes(10));
    assertThat(made).hasValue(2);
  }

  @Test
  void readsWhichCompressionABrowserTakes() {
    assertThat(KeptPage.acceptsGzip("gzip, deflate, br")).isTrue();
    assertThat(KeptPage.acceptsGzip("br;q=1.0, GZIP;q=0.5")).isTrue();
    assertThat(KeptPage.acceptsGzip("gzip;q=0")).isFalse();
    assertThat(KeptPage.acceptsGzip("identity")).isFalse();
    assertThat(KeptPage.acceptsGzip(null)).isFalse();
  }

  private byte[] fail() {
    throw new IllegalStateException("no such page");
  }

  private Supplier<byte[]> ofBytes(int size) {
    return () -> {
      made.incrementAndGet();
      return new byte[size];
    };
  }
}
