package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CardLimitTest {

  @Test
  void namesItsSettingByItsWords() {
    assertThat(CardLimit.ACCOUNT_DECLINES_HOUR.setting())
        .isEqualTo("wasl.cards.account.declines.hour");
  }

  @Test
  void noLimitLooksBackLongerThanTriesAreKept() {
    for (CardLimit limit : CardLimit.values()) {
      assertThat(limit.per).as(limit.name()).isPositive();
      assertThat(limit.per).isLessThanOrEqualTo(CardLimit.LONGEST);
      assertThat(limit.usual).isPositive();
    }
    assertThat(CardLimit.LONGEST).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void whatIsBeingPaidCountsAsDeclinedUntilItIsKnown() {
    assertThat(CardLimit.Counted.DECLINES.counts(CardTrials.Kind.PAYING)).isTrue();
    assertThat(CardLimit.Counted.DECLINES.counts(CardTrials.Kind.VISIT)).isFalse();
    assertThat(CardLimit.Counted.VISITS.counts(CardTrials.Kind.VISIT)).isTrue();
    assertThat(CardLimit.Counted.ACCOUNTS.counts(CardTrials.Kind.SAVED)).isTrue();
    assertThat(CardLimit.Counted.ACCOUNTS.counts(CardTrials.Kind.VISIT)).isFalse();
    assertThat(CardLimit.Counted.HOLDERS.counts(CardTrials.Kind.SAVED)).isTrue();
    assertThat(CardLimit.Counted.HOLDERS.counts(CardTrials.Kind.REFUSED)).isFalse();
  }

  @Test
  void everyLimitStandsInTheOperatorsDocumentation() throws Exception {
    String operations = Files.readString(Path.of("docs/operations.md"));
    for (CardLimit limit : CardLimit.values()) {
      String variable = limit.setting().replace('.', '_').toUpperCase(java.util.Locale.ROOT);
      assertThat(operations).contains("`" + variable + "` | " + limit.usual + " |");
    }
  }
}
