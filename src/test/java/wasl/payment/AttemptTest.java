package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import wasl.listing.ListingId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;

class AttemptTest {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  static Attempt attempt(AttemptState state, Money amount, Money tip) {
    return new Attempt(
        73,
        new PledgeId(72),
        new ListingId(71),
        2,
        state,
        false,
        "cus_1",
        "pm_1",
        amount,
        tip,
        null,
        null,
        null,
        null,
        AT,
        null,
        0,
        AT);
  }

  @Test
  void chargesPledgeAndTip() {
    Attempt attempt =
        attempt(
            AttemptState.STARTED, Money.minor(5_000, Currency.EUR), Money.minor(300, Currency.EUR));
    assertThat(attempt.total()).isEqualTo(Money.minor(5_300, Currency.EUR));
  }

  @Test
  void hasAKeyOfItsPledgeAndNumberAndAMarkOfItsOwn() {
    Attempt attempt = attempt(AttemptState.STARTED, zero(), zero());
    assertThat(attempt.idempotencyKey()).isEqualTo("wasl-charge-" + new PledgeId(72) + "-2");
    assertThat(attempt.mark()).isEqualTo(Ids.text(73));
  }

  @Test
  void isSettledOnlyWhenItsOutcomeIsKnownForSure() {
    EnumSet<AttemptState> settled =
        EnumSet.of(AttemptState.PAID, AttemptState.DECLINED, AttemptState.ABSENT);
    for (AttemptState state : AttemptState.values()) {
      assertThat(state.settled()).as(state.name()).isEqualTo(settled.contains(state));
    }
  }

  @Test
  void aSoftDeclineIsTriedAgainOnDaysOneThreeFiveAndSeven() {
    Instant last = AT;
    for (int day : new int[] {1, 3, 5, 7}) {
      last = Repairs.retryAfter(AT, last);
      assertThat(last).isEqualTo(AT.plus(Duration.ofDays(day)));
    }
    assertThat(Repairs.retryAfter(AT, last)).isNull();
    assertThat(Repairs.retryAfter(AT, AT.plus(Duration.ofHours(30))))
        .isEqualTo(AT.plus(Duration.ofDays(3)));
  }

  private static Money zero() {
    return Money.zero(Currency.USD);
  }
}
