package wasl.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.listing.ListingFixtures.TODAY;
import static wasl.listing.ListingFixtures.aContent;
import static wasl.listing.ListingFixtures.aPlan;
import static wasl.listing.ListingFixtures.line;
import static wasl.listing.ListingFixtures.usd;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;

class SubmissionPolicyTest {

  private static final int FEE = 300;

  private static List<ListingIncomplete> lacking(ListingContent content) {
    return SubmissionPolicy.lacking(content, FEE, TODAY);
  }

  private static ListingContent with(ListingContent.Part part) {
    ListingContent c = aContent();
    return new ListingContent(
        part instanceof Business.Details details ? details : c.business(),
        part instanceof ListingContent.Words words ? words : c.words(),
        part instanceof ListingContent.Plan plan ? plan : c.plan(),
        part instanceof ListingContent.Milestones milestones ? milestones : c.milestones(),
        part instanceof ListingContent.Risks risks ? risks : c.risks(),
        part instanceof ListingContent.Terms terms ? terms : c.terms(),
        c.files(),
        c.versions());
  }

  private static ListingContent.Plan amounts(Money goal, Money minimum, Money cap, int days) {
    return new ListingContent.Plan(
        FundingModel.GRANT,
        Currency.USD,
        goal,
        minimum,
        cap,
        "More",
        days,
        List.of(line("All", 1, goal.minus(Rates.feeOf(goal, FEE)))));
  }

  private static ListingContent model(FundingModel model, ListingContent.Terms terms) {
    ListingContent.Plan p = aPlan();
    ListingContent c =
        with(
            new ListingContent.Plan(
                model,
                p.currency(),
                p.goal(),
                p.minimum(),
                p.cap(),
                p.capPurpose(),
                p.campaignDays(),
                p.lines()));
    return new ListingContent(
        c.business(),
        c.words(),
        c.plan(),
        c.milestones(),
        c.risks(),
        terms,
        c.files(),
        c.versions());
  }

  @Test
  void findsNothingInACompleteListing() {
    assertThat(lacking(aContent())).isEmpty();
  }

  @Test
  void namesEverythingThatAnEmptyDraftLacksInTheOrderOfTheForm() {
    ListingContent empty =
        new ListingContent(
            Business.Details.NONE,
            ListingContent.Words.NONE,
            ListingContent.Plan.NONE,
            new ListingContent.Milestones(List.of()),
            ListingContent.Risks.NONE,
            ListingContent.Terms.NONE,
            ListingContent.Files.NONE,
            Map.of());
    List<ListingIncomplete> lacking = lacking(empty);
    assertThat(lacking).hasSizeGreaterThan(15);
    assertThat(lacking).extracting(ListingIncomplete::section).isSorted();
    assertThat(lacking)
        .contains(
            new ListingIncomplete.BusinessNameMissing(),
            new ListingIncomplete.TitleMissing(),
            new ListingIncomplete.GoalMissing(),
            new ListingIncomplete.CampaignLength(7, 90),
            new ListingIncomplete.MilestonesMissing(),
            new ListingIncomplete.RisksMissing());
  }

  @Test
  void wantsANumberOfEveryRegisteredBusiness() {
    Business.Details b = aContent().business();
    assertThat(
            lacking(
                with(
                    new Business.Details(
                        b.name(),
                        b.legalForm(),
                        null,
                        b.governorate(),
                        b.district(),
                        b.sector(),
                        b.foundedYear(),
                        b.employees(),
                        false,
                        false,
                        false))))
        .containsExactly(new ListingIncomplete.RegistrationNumberMissing());
    assertThat(
            lacking(
                with(
                    new Business.Details(
                        b.name(),
                        Business.LegalForm.NOT_REGISTERED,
                        null,
                        b.governorate(),
                        b.district(),
                        b.sector(),
                        b.foundedYear(),
                        b.employees(),
                        false,
                        false,
                        false))))
        .isEmpty();
  }

  @Test
  void wantsATranslationWholeOrNotAtAll() {
    Map<Lang, ListingContent.Text> texts =
        Map.of(
            Lang.AR, new ListingContent.Text("نول", "خلاصة", "قصة"),
            Lang.EN, new ListingContent.Text("A loom", null, "Story"));
    assertThat(lacking(with(new ListingContent.Words(Lang.AR, texts))))
        .containsExactly(new ListingIncomplete.TranslationIncomplete(Lang.EN));
  }

  @Test
  void holdsTheMinimumBetweenSeventyPercentAndTheGoal() {
    assertThat(lacking(with(amounts(usd(1_000), usd(700), null, 30)))).isEmpty();
    assertThat(lacking(with(amounts(usd(1_000), usd(699), null, 30))))
        .containsExactly(new ListingIncomplete.MinimumTooLow(usd(700)));
    assertThat(lacking(with(amounts(usd(1_000), usd(1_001), null, 30))))
        .containsExactly(new ListingIncomplete.MinimumAboveGoal());
  }

  @Test
  void holdsTheCapBetweenTheGoalAndTwiceTheGoal() {
    assertThat(lacking(with(amounts(usd(1_000), usd(700), usd(2_000), 30)))).isEmpty();
    assertThat(lacking(with(amounts(usd(1_000), usd(700), usd(2_001), 30))))
        .containsExactly(new ListingIncomplete.CapTooHigh(usd(2_000)));
    assertThat(lacking(with(amounts(usd(1_000), usd(700), usd(999), 30))))
        .containsExactly(new ListingIncomplete.CapBelowGoal());
  }

  @Test
  void holdsTheCampaignBetweenSevenAndNinetyDays() {
    for (int days : new int[] {7, 90}) {
      assertThat(lacking(with(amounts(usd(1_000), usd(700), null, days)))).isEmpty();
    }
    for (int days : new int[] {6, 91}) {
      assertThat(lacking(with(amounts(usd(1_000), usd(700), null, days))))
          .containsExactly(new ListingIncomplete.CampaignLength(7, 90));
    }
  }

  @Test
  void wantsLinesAndFeeToComeToTheGoal() {
    ListingContent.Plan p = aPlan();
    ListingContent.Plan short1 =
        new ListingContent.Plan(
            p.model(),
            p.currency(),
            p.goal(),
            p.minimum(),
            p.cap(),
            p.capPurpose(),
            30,
            List.of(line("A loom", 1, usd(969))));
    assertThat(lacking(with(short1)))
        .containsExactly(new ListingIncomplete.BudgetSum(usd(999), usd(1_000), usd(1)));
  }

  @Test
  void wantsMilestonesToComeToTheWholeInTheOrderOfTheirDates() {
    ListingContent.Milestone a =
        new ListingContent.Milestone("A", 5_000, TODAY.plusDays(60), "Invoice");
    ListingContent.Milestone b =
        new ListingContent.Milestone("B", 4_999, TODAY.plusDays(30), "Photo");
    assertThat(lacking(with(new ListingContent.Milestones(List.of(a, b)))))
        .containsExactly(
            new ListingIncomplete.MilestoneOrder(2), new ListingIncomplete.MilestonesSum("99.99"));
    ListingContent.Milestone past = new ListingContent.Milestone("C", 10_000, TODAY, "Photo");
    assertThat(lacking(with(new ListingContent.Milestones(List.of(past)))))
        .containsExactly(new ListingIncomplete.MilestonePast(1));
  }

  @Test
  void wantsAScheduleOfALoanOnly() {
    ListingContent.Terms schedule = new ListingContent.Terms(6, 12, 1, null, null, null);
    assertThat(lacking(model(FundingModel.QARD_HASAN, schedule))).isEmpty();
    assertThat(lacking(model(FundingModel.QARD_HASAN, ListingContent.Terms.NONE)))
        .containsExactly(new ListingIncomplete.ScheduleMissing());
    assertThat(lacking(model(FundingModel.GRANT, ListingContent.Terms.NONE))).isEmpty();
  }

  @Test
  void wantsShareTermAndSheetOfAProfitShare() {
    assertThat(lacking(model(FundingModel.PROFIT_SHARE, ListingContent.Terms.NONE)))
        .containsExactly(
            new ListingIncomplete.InvestorShareMissing(),
            new ListingIncomplete.TermMissing(),
            new ListingIncomplete.KeyInformationMissing());
  }

  /** Whatever the lines come to, there is a goal that fits, and the policy then finds no fault. */
  @Property
  void findsAGoalForEveryBudget(
      @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 50_000_000) Long> costs,
      @ForAll @IntRange(min = 1, max = 40) int quantity,
      @ForAll @IntRange(min = 0, max = 2_000) int fee) {
    List<ListingContent.BudgetLine> lines =
        costs.stream().map(c -> line("x", quantity, Money.minor(c, Currency.EUR))).toList();
    ListingContent.Plan draft =
        new ListingContent.Plan(
            FundingModel.GRANT, Currency.EUR, null, null, null, null, 30, lines);
    Money net = draft.linesTotal();
    Money goal = Rates.goalFor(net, fee);
    assertThat(goal.minus(Rates.feeOf(goal, fee))).isEqualTo(net);
    ListingContent.Plan plan =
        new ListingContent.Plan(
            FundingModel.GRANT,
            Currency.EUR,
            goal,
            goal.basisPoints(7_000, RoundingMode.CEILING),
            null,
            null,
            30,
            lines);
    assertThat(SubmissionPolicy.lacking(with(plan), fee, TODAY))
        .noneMatch(each -> each instanceof ListingIncomplete.BudgetSum);
  }

  /** What the platform takes and what arrives are always the whole. */
  @Property
  void losesNothingBetweenFeeAndNet(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long minor,
      @ForAll @IntRange(min = 0, max = 10_000) int fee) {
    Money gross = Money.minor(minor, Currency.USD);
    Money part = Rates.feeOf(gross, fee);
    assertThat(part.isNegative()).isFalse();
    assertThat(gross.minus(part).plus(part)).isEqualTo(gross);
  }
}
