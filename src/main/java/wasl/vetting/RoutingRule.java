package wasl.vetting;

import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.Sector;
import wasl.party.InstitutionId;
import wasl.shared.Refused;

/**
 * Which institution leads the vetting of which listings. What is null fits everything.
 *
 * @param priority the place in the order: the first rule that fits decides
 * @param fromMinor the least goal, included, in minor units of the listing's own currency
 * @param toMinor the end of the range, not included
 */
public record RoutingRule(
    long id,
    int priority,
    Sector sector,
    Governorate governorate,
    FundingModel model,
    Long fromMinor,
    Long toMinor,
    Lead lead) {
  /** The most working days that a rule may give. */
  public static final int MOST_DAYS = 90;

  /**
   * @throws Refused {@link VettingRefused.RuleInstitutionMissing}, {@link
   *     VettingRefused.RuleDaysOutOfRange}, {@link VettingRefused.RuleAmountsWrong}
   */
  public RoutingRule {
    if (lead.institution() == null) {
      throw new Refused(new VettingRefused.RuleInstitutionMissing());
    }
    if (lead.workingDays() < 1 || lead.workingDays() > MOST_DAYS) {
      throw new Refused(new VettingRefused.RuleDaysOutOfRange(1, MOST_DAYS));
    }
    boolean negative = fromMinor != null && fromMinor < 0 || toMinor != null && toMinor < 0;
    if (negative || fromMinor != null && toMinor != null && toMinor <= fromMinor) {
      throw new Refused(new VettingRefused.RuleAmountsWrong());
    }
  }

  /** Whether this rule fits a listing. */
  public boolean fits(Matter matter) {
    return (sector == null || sector == matter.sector())
        && (governorate == null || governorate == matter.governorate())
        && (model == null || model == matter.model())
        && (fromMinor == null || matter.goalMinor() >= fromMinor)
        && (toMinor == null || matter.goalMinor() < toMinor);
  }

  /** Whether it fits every listing. */
  public boolean forAll() {
    return sector == null
        && governorate == null
        && model == null
        && (fromMinor == null || fromMinor == 0)
        && toMinor == null;
  }

  /**
   * What routing looks at in a listing.
   *
   * @param goalMinor the goal in minor units of its currency
   */
  public record Matter(
      Sector sector, Governorate governorate, FundingModel model, long goalMinor) {}

  /**
   * What routing says.
   *
   * @param institution the lead
   * @param workingDays how many working days it has
   */
  public record Lead(InstitutionId institution, int workingDays) {}
}
