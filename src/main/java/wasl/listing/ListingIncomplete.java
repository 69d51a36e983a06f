package wasl.listing;

import wasl.money.Money;
import wasl.shared.Lang;
import wasl.shared.Refusal;

/** What a listing still lacks before it can be submitted; each names its section. */
public sealed interface ListingIncomplete extends Refusal {

  /** Where it is to be mended. */
  Section section();

  /** Of the business. */
  sealed interface OfBusiness extends ListingIncomplete {
    @Override
    default Section section() {
      return Section.BUSINESS;
    }
  }

  record BusinessNameMissing() implements OfBusiness {}

  record LegalFormMissing() implements OfBusiness {}

  /** Every legal form but the unregistered has a number. */
  record RegistrationNumberMissing() implements OfBusiness {}

  record GovernorateMissing() implements OfBusiness {}

  record DistrictMissing() implements OfBusiness {}

  record SectorMissing() implements OfBusiness {}

  record FoundedYearMissing() implements OfBusiness {}

  /** The founding year has not come yet. */
  record FoundedYearAhead() implements OfBusiness {}

  record EmployeesMissing() implements OfBusiness {}

  /** Of title, summary and story. */
  sealed interface OfWords extends ListingIncomplete {
    @Override
    default Section section() {
      return Section.WORDS;
    }
  }

  record TitleMissing() implements OfWords {}

  record SummaryMissing() implements OfWords {}

  record StoryMissing() implements OfWords {}

  /** A translation has some of title, summary and story, but not all. */
  record TranslationIncomplete(Lang language) implements OfWords {}

  /** Of the money. */
  sealed interface OfMoney extends ListingIncomplete {
    @Override
    default Section section() {
      return Section.MONEY;
    }
  }

  record ModelMissing() implements OfMoney {}

  record CurrencyMissing() implements OfMoney {}

  record GoalMissing() implements OfMoney {}

  record GoalTooLow(Money least) implements OfMoney {}

  record MinimumMissing() implements OfMoney {}

  /** Less than 70 % of the goal. */
  record MinimumTooLow(Money least) implements OfMoney {}

  record MinimumAboveGoal() implements OfMoney {}

  record CapBelowGoal() implements OfMoney {}

  /** More than 200 % of the goal. */
  record CapTooHigh(Money most) implements OfMoney {}

  /** The cap is above the goal, but what the extra buys is not said. */
  record CapPurposeMissing() implements OfMoney {}

  /** Missing, or outside its limits. */
  record CampaignLength(int least, int most) implements OfMoney {}

  record BudgetMissing() implements OfMoney {}

  record BudgetLineIncomplete(int number) implements OfMoney {}

  /** Budget lines and platform fee do not come to the goal. */
  record BudgetSum(Money sum, Money goal, Money diff) implements OfMoney {}

  /** Of the milestones. */
  sealed interface OfMilestones extends ListingIncomplete {
    @Override
    default Section section() {
      return Section.MILESTONES;
    }
  }

  record MilestonesMissing() implements OfMilestones {}

  record MilestoneIncomplete(int number) implements OfMilestones {}

  /**
   * The shares do not come to the whole.
   *
   * @param sum what they come to, in percent
   */
  record MilestonesSum(String sum) implements OfMilestones {}

  /** Its due date has passed. */
  record MilestonePast(int number) implements OfMilestones {}

  /** Its due date lies before that of the milestone before it. */
  record MilestoneOrder(int number) implements OfMilestones {}

  /** Of risks and jobs. */
  sealed interface OfRisks extends ListingIncomplete {
    @Override
    default Section section() {
      return Section.RISKS;
    }
  }

  record RisksMissing() implements OfRisks {}

  record RiskIncomplete(int number) implements OfRisks {}

  record JobsMissing() implements OfRisks {}

  /** Of what comes back. */
  sealed interface OfTerms extends ListingIncomplete {
    @Override
    default Section section() {
      return Section.TERMS;
    }
  }

  record ScheduleMissing() implements OfTerms {}

  record InvestorShareMissing() implements OfTerms {}

  record TermMissing() implements OfTerms {}

  record KeyInformationMissing() implements OfTerms {}
}
