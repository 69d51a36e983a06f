package wasl.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListingCardsTest {

  private static final Instant DEADLINE = Instant.parse("2026-12-22T18:00:00+03:00");

  @Test
  void countsDaysAsACalendarInBaghdadDoes() {
    assertThat(left("2026-12-22T00:00:00+03:00")).isZero();
    assertThat(left("2026-12-22T17:59:00+03:00")).isZero();
    assertThat(left("2026-12-21T23:59:00+03:00")).isEqualTo(1);
    assertThat(left("2026-12-21T00:01:00+03:00")).isEqualTo(1);
    assertThat(left("2026-12-20T20:00:00+03:00")).isEqualTo(2);
  }

  @Test
  void endsTheDayBeforeADeadlineAtMidnight() {
    Instant midnight = Instant.parse("2026-12-23T00:00:00+03:00");

    assertThat(ListingCards.daysLeft(midnight, Instant.parse("2026-12-22T09:00:00+03:00")))
        .isZero();
    assertThat(ListingCards.daysLeft(midnight, Instant.parse("2026-12-21T09:00:00+03:00")))
        .isEqualTo(1);
  }

  @Test
  void isNothingAfterwardsAndWithoutADeadline() {
    assertThat(left("2026-12-25T00:00:00+03:00")).isZero();
    assertThat(ListingCards.daysLeft(null, DEADLINE)).isZero();
  }

  private static long left(String now) {
    return ListingCards.daysLeft(DEADLINE, Instant.parse(now));
  }
}
