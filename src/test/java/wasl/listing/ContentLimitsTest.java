package wasl.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.listing.ListingFixtures.usd;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.Refused;

class ContentLimitsTest {

  private static final ListingContent.BudgetLine EMPTY =
      ListingContent.BudgetLine.typed("  ", 1, null, true);

  private static ListingContent.Words words(String title) {
    return new ListingContent.Words(
        Lang.EN, Map.of(Lang.EN, new ListingContent.Text(title, null, null)));
  }

  private static ListingContent.Plan plan(Money goal, List<ListingContent.BudgetLine> lines) {
    return new ListingContent.Plan(
        FundingModel.GRANT, Currency.USD, goal, null, null, null, null, lines);
  }

  @Test
  void dropsMarksThatTurnTheReadingDirectionAndControls() {
    ListingContent.Words kept =
        (ListingContent.Words) ContentLimits.check(words("\u202Eabc\u2066\u0007 d\nef "));
    assertThat(kept.texts().get(Lang.EN).title()).isEqualTo("abc d ef");
  }

  @Test
  void refusesATextThatIsTooLong() {
    assertThatThrownBy(() -> ContentLimits.check(words("x".repeat(101))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new ListingRefused.TextTooLong(Section.WORDS, 100)));
  }

  @Test
  void countsCharactersNotHalvesOfThem() {
    ListingContent.Words kept = (ListingContent.Words) ContentLimits.check(words("🧵".repeat(100)));
    assertThat(kept.texts().get(Lang.EN).title()).hasSize(200);
  }

  @Test
  void dropsEmptyRows() {
    ListingContent.BudgetLine line = ListingContent.BudgetLine.typed("Wool", 2, usd(5), true);
    ListingContent.Plan kept =
        (ListingContent.Plan) ContentLimits.check(plan(null, List.of(EMPTY, line, EMPTY)));
    assertThat(kept.lines()).containsExactly(line);
  }

  @Test
  void refusesMoreRowsThanASectionHas() {
    assertThatThrownBy(
            () ->
                ContentLimits.check(
                    plan(null, Collections.nCopies(ContentLimits.LINES + 1, EMPTY))))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, ContentLimits.MOST_MINOR + 1})
  void refusesAmountsOutsideWhatMakesSense(long minor) {
    assertThatThrownBy(() -> ContentLimits.check(plan(Money.minor(minor, Currency.USD), List.of())))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 7, 240})
  void takesOnlyIntervalsThatTheFormCanShow(int months) {
    assertThatThrownBy(
            () ->
                ContentLimits.check(new ListingContent.Terms(null, null, months, null, null, null)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new ListingRefused.OutOfRange(Section.TERMS)));
  }

  @Test
  void sumsTheLargestBudgetWithoutOverflow() {
    Money most = Money.minor(ContentLimits.MOST_MINOR, Currency.USD);
    Money sum = Money.zero(Currency.USD);
    for (int i = 0; i < ContentLimits.LINES; i++) {
      sum = sum.plus(most.times(ContentLimits.MOST_QUANTITY));
    }
    assertThat(sum.isPositive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/a",
        "javascript:alert(1)",
        "https:",
        "https://user:secret@example.org/",
        "not an address"
      })
  void refusesVideoLinksThatAreNoPlainHttpsAddress(String link) {
    assertThatThrownBy(() -> ContentLimits.check(new ListingContent.Files(link)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new ListingRefused.VideoLink()));
  }

  @Test
  void keepsAnHttpsVideoLink() {
    assertThat(ContentLimits.check(new ListingContent.Files(" https://example.org/v?a=1 ")))
        .isEqualTo(new ListingContent.Files("https://example.org/v?a=1"));
  }
}
