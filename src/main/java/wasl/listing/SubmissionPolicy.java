package wasl.listing;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import wasl.money.Formats;
import wasl.money.Money;
import wasl.shared.Lang;

/**
 * Whether a listing is complete and consistent enough to be vetted. Finds everything that is
 * lacking at once, in the order of the form's steps; knows nothing of the database or the web.
 */
public final class SubmissionPolicy {

  /** The least part of the goal with which the project can go ahead. */
  public static final int MINIMUM_BASIS_POINTS = 7_000;

  /** The most that may be raised, as a part of the goal. */
  public static final int CAP_BASIS_POINTS = 20_000;

  public static final int SHORTEST_CAMPAIGN = 7;
  public static final int LONGEST_CAMPAIGN = 90;

  /** The least goal in minor units: 100.00. */
  private static final long LEAST_GOAL = 10_000;

  private final ListingContent content;
  private final int feeBasisPoints;
  private final LocalDate today;
  private final List<ListingIncomplete> lacking = new ArrayList<>();

  private SubmissionPolicy(ListingContent content, int feeBasisPoints, LocalDate today) {
    this.content = content;
    this.feeBasisPoints = feeBasisPoints;
    this.today = today;
  }

  /**
   * What is lacking; empty for a listing that can be submitted.
   *
   * @param feeBasisPoints the present platform fee of its funding model
   * @param today the day in Baghdad
   */
  public static List<ListingIncomplete> lacking(
      ListingContent content, int feeBasisPoints, LocalDate today) {
    SubmissionPolicy policy = new SubmissionPolicy(content, feeBasisPoints, today);
    policy.business(content.business());
    policy.words(content.words());
    policy.plan(content.plan());
    policy.milestones(content.milestones().list());
    policy.risks(content.risks());
    policy.terms(content.terms());
    return List.copyOf(policy.lacking);
  }

  private void business(Business.Details business) {
    need(business.name() != null, new ListingIncomplete.BusinessNameMissing());
    need(business.legalForm() != null, new ListingIncomplete.LegalFormMissing());
    need(
        business.legalForm() == null
            || business.legalForm() == Business.LegalForm.NOT_REGISTERED
            || business.registrationNumber() != null,
        new ListingIncomplete.RegistrationNumberMissing());
    need(business.governorate() != null, new ListingIncomplete.GovernorateMissing());
    need(business.district() != null, new ListingIncomplete.DistrictMissing());
    need(business.sector() != null, new ListingIncomplete.SectorMissing());
    need(business.foundedYear() != null, new ListingIncomplete.FoundedYearMissing());
    need(
        business.foundedYear() == null || business.foundedYear() <= today.getYear(),
        new ListingIncomplete.FoundedYearAhead());
    need(business.employees() != null, new ListingIncomplete.EmployeesMissing());
  }

  private void words(ListingContent.Words words) {
    ListingContent.Text text = words.original() == null ? null : words.in(words.original());
    need(text != null && text.title() != null, new ListingIncomplete.TitleMissing());
    need(text != null && text.summary() != null, new ListingIncomplete.SummaryMissing());
    need(text != null && text.story() != null, new ListingIncomplete.StoryMissing());
    words
        .texts()
        .forEach(
            (Lang lang, ListingContent.Text translated) ->
                need(
                    lang == words.original()
                        || translated.title() != null
                            && translated.summary() != null
                            && translated.story() != null,
                    new ListingIncomplete.TranslationIncomplete(lang)));
  }

  private void plan(ListingContent.Plan plan) {
    need(plan.model() != null, new ListingIncomplete.ModelMissing());
    need(plan.currency() != null, new ListingIncomplete.CurrencyMissing());
    need(plan.goal() != null, new ListingIncomplete.GoalMissing());
    if (plan.goal() != null) {
      amounts(plan, plan.goal());
    }
    Integer days = plan.campaignDays();
    need(
        days != null && days >= SHORTEST_CAMPAIGN && days <= LONGEST_CAMPAIGN,
        new ListingIncomplete.CampaignLength(SHORTEST_CAMPAIGN, LONGEST_CAMPAIGN));
    budget(plan);
  }

  private void amounts(ListingContent.Plan plan, Money goal) {
    Money leastGoal = Money.minor(LEAST_GOAL, goal.currency());
    need(!goal.isLessThan(leastGoal), new ListingIncomplete.GoalTooLow(leastGoal));
    Money least = goal.basisPoints(MINIMUM_BASIS_POINTS, RoundingMode.CEILING);
    Money most = goal.basisPoints(CAP_BASIS_POINTS, RoundingMode.FLOOR);
    if (plan.minimum() == null) {
      lacking.add(new ListingIncomplete.MinimumMissing());
    } else {
      need(!plan.minimum().isLessThan(least), new ListingIncomplete.MinimumTooLow(least));
      need(!plan.minimum().isMoreThan(goal), new ListingIncomplete.MinimumAboveGoal());
    }
    if (plan.cap() != null) {
      need(!plan.cap().isLessThan(goal), new ListingIncomplete.CapBelowGoal());
      need(!plan.cap().isMoreThan(most), new ListingIncomplete.CapTooHigh(most));
      need(
          !plan.cap().isMoreThan(goal) || plan.capPurpose() != null,
          new ListingIncomplete.CapPurposeMissing());
    }
  }

  private void budget(ListingContent.Plan plan) {
    need(!plan.lines().isEmpty(), new ListingIncomplete.BudgetMissing());
    boolean whole = !plan.lines().isEmpty();
    for (int i = 0; i < plan.lines().size(); i++) {
      ListingContent.BudgetLine line = plan.lines().get(i);
      boolean complete = line.what() != null && line.total() != null;
      need(complete, new ListingIncomplete.BudgetLineIncomplete(i + 1));
      whole &= complete;
    }
    if (whole && plan.goal() != null) {
      Money sum = plan.linesTotal().plus(Rates.feeOf(plan.goal(), feeBasisPoints));
      Money diff = plan.goal().minus(sum);
      need(
          diff.isZero(),
          new ListingIncomplete.BudgetSum(
              sum, plan.goal(), diff.isNegative() ? diff.negated() : diff));
    }
  }

  private void milestones(List<ListingContent.Milestone> milestones) {
    need(!milestones.isEmpty(), new ListingIncomplete.MilestonesMissing());
    int sum = 0;
    LocalDate before = null;
    for (int i = 0; i < milestones.size(); i++) {
      ListingContent.Milestone each = milestones.get(i);
      need(
          each.title() != null
              && each.basisPoints() != null
              && each.basisPoints() > 0
              && each.dueOn() != null
              && each.evidence() != null,
          new ListingIncomplete.MilestoneIncomplete(i + 1));
      sum += each.basisPoints() == null ? 0 : each.basisPoints();
      if (each.dueOn() != null) {
        need(each.dueOn().isAfter(today), new ListingIncomplete.MilestonePast(i + 1));
        need(
            before == null || !each.dueOn().isBefore(before),
            new ListingIncomplete.MilestoneOrder(i + 1));
        before = each.dueOn();
      }
    }
    String percent = Formats.in(Lang.EN).percent(sum).replace("%", "");
    need(milestones.isEmpty() || sum == 10_000, new ListingIncomplete.MilestonesSum(percent));
  }

  private void risks(ListingContent.Risks risks) {
    need(!risks.list().isEmpty(), new ListingIncomplete.RisksMissing());
    for (int i = 0; i < risks.list().size(); i++) {
      ListingContent.Risk risk = risks.list().get(i);
      need(
          risk.what() != null && risk.answer() != null,
          new ListingIncomplete.RiskIncomplete(i + 1));
    }
    need(
        risks.jobsCreated() != null && risks.jobsKept() != null,
        new ListingIncomplete.JobsMissing());
  }

  private void terms(ListingContent.Terms terms) {
    FundingModel model = content.plan().model();
    if (model == FundingModel.QARD_HASAN) {
      need(
          terms.graceMonths() != null
              && terms.instalments() != null
              && terms.intervalMonths() != null,
          new ListingIncomplete.ScheduleMissing());
    }
    if (model == FundingModel.PROFIT_SHARE) {
      need(terms.investorShare() != null, new ListingIncomplete.InvestorShareMissing());
      need(terms.termMonths() != null, new ListingIncomplete.TermMissing());
      need(terms.keyInformation() != null, new ListingIncomplete.KeyInformationMissing());
    }
  }

  private void need(boolean there, ListingIncomplete otherwise) {
    if (!there) {
      lacking.add(otherwise);
    }
  }
}
