package wasl.listing.web;

import java.util.HashMap;
import java.util.Map;
import wasl.listing.ListingIncomplete;
import wasl.shared.Lang;

/** Where in the form each thing that is lacking is mended, and why it is asked for. */
final class Readiness {

  /**
   * A field and the key of a reason.
   *
   * @param field the id, {@code #} for the index of a row or the code of a language in it
   */
  private record Place(String field, String why) {}

  private static final Map<Class<? extends ListingIncomplete>, Place> PLACES = new HashMap<>();

  static {
    put(ListingIncomplete.BusinessNameMissing.class, "name", "name");
    put(ListingIncomplete.LegalFormMissing.class, "legalForm", "registered");
    put(ListingIncomplete.RegistrationNumberMissing.class, "registrationNumber", "registered");
    put(ListingIncomplete.GovernorateMissing.class, "governorate", "place");
    put(ListingIncomplete.DistrictMissing.class, "district", "place");
    put(ListingIncomplete.SectorMissing.class, "sector", "sector");
    put(ListingIncomplete.FoundedYearMissing.class, "foundedYear", "age");
    put(ListingIncomplete.FoundedYearAhead.class, "foundedYear", "age");
    put(ListingIncomplete.EmployeesMissing.class, "employees", "employees");
    put(ListingIncomplete.TitleMissing.class, "title-#", "title");
    put(ListingIncomplete.SummaryMissing.class, "summary-#", "summary");
    put(ListingIncomplete.StoryMissing.class, "story-#", "story");
    put(ListingIncomplete.TranslationIncomplete.class, "title-#", "translation");
    put(ListingIncomplete.ModelMissing.class, "model", "model");
    put(ListingIncomplete.CurrencyMissing.class, "currency", "currency");
    put(ListingIncomplete.GoalMissing.class, "goal", "goal");
    put(ListingIncomplete.GoalTooLow.class, "goal", "goal");
    put(ListingIncomplete.MinimumMissing.class, "minimum", "minimum");
    put(ListingIncomplete.MinimumTooLow.class, "minimum", "minimum");
    put(ListingIncomplete.MinimumAboveGoal.class, "minimum", "minimum");
    put(ListingIncomplete.CapBelowGoal.class, "cap", "cap");
    put(ListingIncomplete.CapTooHigh.class, "cap", "cap");
    put(ListingIncomplete.CapPurposeMissing.class, "capPurpose", "cap");
    put(ListingIncomplete.CampaignLength.class, "campaignDays", "campaign");
    put(ListingIncomplete.BudgetMissing.class, "lines:0:what", "budget");
    put(ListingIncomplete.BudgetLineIncomplete.class, "lines:#:what", "budget");
    put(ListingIncomplete.BudgetSum.class, "goal", "sum");
    put(ListingIncomplete.MilestonesMissing.class, "lines:0:title", "milestones");
    put(ListingIncomplete.MilestoneIncomplete.class, "lines:#:title", "milestones");
    put(ListingIncomplete.MilestonesSum.class, "lines:0:share", "shares");
    put(ListingIncomplete.MilestonePast.class, "lines:#:dueOn", "dates");
    put(ListingIncomplete.MilestoneOrder.class, "lines:#:dueOn", "dates");
    put(ListingIncomplete.RisksMissing.class, "lines:0:what", "risks");
    put(ListingIncomplete.RiskIncomplete.class, "lines:#:what", "risks");
    put(ListingIncomplete.JobsMissing.class, "jobsCreated", "jobs");
    put(ListingIncomplete.ScheduleMissing.class, "graceMonths", "schedule");
    put(ListingIncomplete.InvestorShareMissing.class, "investorShare", "share");
    put(ListingIncomplete.TermMissing.class, "termMonths", "share");
    put(ListingIncomplete.KeyInformationMissing.class, "keyInformation", "keyInformation");
  }

  private Readiness() {}

  private static void put(Class<? extends ListingIncomplete> type, String field, String why) {
    PLACES.put(type, new Place("f:" + field, "listing.why." + why));
  }

  /**
   * The id of the field in its step.
   *
   * @param reader the page's language, taken for the owner's until that is known
   * @param original the language in which the owner writes; null before it is known
   */
  static String field(ListingIncomplete lack, Lang reader, Lang original) {
    return PLACES.get(lack.getClass()).field().replace("#", which(lack, reader, original));
  }

  /** The key of the text that says why it is asked for. */
  static String why(ListingIncomplete lack) {
    return PLACES.get(lack.getClass()).why();
  }

  private static String which(ListingIncomplete lack, Lang reader, Lang original) {
    if (lack instanceof ListingIncomplete.TranslationIncomplete translation) {
      return translation.language().getCode();
    }
    if (lack instanceof ListingIncomplete.OfWords) {
      return (original == null ? reader : original).getCode();
    }
    return Integer.toString(number(lack) - 1);
  }

  private static int number(ListingIncomplete lack) {
    if (lack instanceof ListingIncomplete.BudgetLineIncomplete line) {
      return line.number();
    }
    if (lack instanceof ListingIncomplete.MilestoneIncomplete milestone) {
      return milestone.number();
    }
    if (lack instanceof ListingIncomplete.MilestonePast milestone) {
      return milestone.number();
    }
    if (lack instanceof ListingIncomplete.MilestoneOrder milestone) {
      return milestone.number();
    }
    return lack instanceof ListingIncomplete.RiskIncomplete risk ? risk.number() : 1;
  }
}
