package wasl.site.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import wasl.listing.ListingContent;
import wasl.listing.ListingFacts;
import wasl.money.rest.MoneyJson;
import wasl.pledge.PledgeTotals;
import wasl.shared.Lang;

/**
 * A published listing with everything that its page shows.
 *
 * @param language the language of title, summary and story
 * @param original the language in which the owner wrote
 * @param story Markdown (CommonMark), as typed
 * @param feeBasisPoints the platform fee, frozen at publication
 * @param returnTerms what comes back; null parts do not apply to the model
 */
public record ListingWholeJson(
    String id,
    String state,
    String title,
    String summary,
    String story,
    String language,
    String original,
    List<String> languages,
    String governorate,
    String sector,
    String model,
    MoneyJson goal,
    MoneyJson minimum,
    MoneyJson cap,
    String capPurpose,
    MoneyJson pledged,
    MoneyJson firm,
    MoneyJson collected,
    int investors,
    Integer feeBasisPoints,
    Instant opensAt,
    Instant deadline,
    Instant collectingUntil,
    BusinessJson business,
    List<BudgetLineJson> budget,
    List<MilestoneJson> milestones,
    List<RiskJson> risks,
    Integer jobsCreated,
    Integer jobsKept,
    List<String> skills,
    TermsJson returnTerms) {

  /** A budget line; unit cost as typed, total in the listing's currency. */
  public record BudgetLineJson(
      String what, Integer quantity, MoneyJson unitCost, boolean required, MoneyJson total) {}

  /** A milestone; the shares of all sum to 10 000 basis points. */
  public record MilestoneJson(
      String title, Integer basisPoints, LocalDate dueOn, String evidence) {}

  /** A risk and its answer. */
  public record RiskJson(String what, String answer) {}

  /** What comes back, by funding model. */
  public record TermsJson(
      Integer graceMonths,
      Integer instalments,
      Integer intervalMonths,
      Integer investorShareBasisPoints,
      Integer termMonths,
      String keyInformation) {}

  static ListingWholeJson of(
      ListingFacts facts, ListingContent content, PledgeTotals totals, Lang lang) {
    Lang shown = content.words().langFor(lang);
    ListingContent.Text text = content.words().in(lang);
    ListingContent.Terms terms = content.terms();
    return new ListingWholeJson(
        facts.id().toString(),
        facts.state().name(),
        text.title(),
        text.summary(),
        text.story(),
        shown.code(),
        content.words().original().code(),
        content.words().texts().keySet().stream().map(Lang::code).toList(),
        facts.governorate().code(),
        facts.sector().name(),
        facts.model().name(),
        MoneyJson.of(facts.goal()),
        MoneyJson.of(facts.minimum()),
        MoneyJson.of(facts.cap()),
        content.plan().capPurpose(),
        MoneyJson.of(totals.pledged()),
        MoneyJson.of(totals.firm()),
        MoneyJson.of(totals.collected()),
        totals.investors(),
        facts.feeBasisPoints(),
        facts.opensAt(),
        facts.deadline(),
        facts.collectingUntil(),
        BusinessJson.of(content.business()),
        content.plan().lines().stream().map(ListingWholeJson::line).toList(),
        content.milestones().list().stream().map(ListingWholeJson::milestone).toList(),
        content.risks().list().stream().map(r -> new RiskJson(r.what(), r.answer())).toList(),
        content.risks().jobsCreated(),
        content.risks().jobsKept(),
        content.risks().skills(),
        new TermsJson(
            terms.graceMonths(),
            terms.instalments(),
            terms.intervalMonths(),
            terms.investorShare(),
            terms.termMonths(),
            terms.keyInformation()));
  }

  private static BudgetLineJson line(ListingContent.BudgetLine line) {
    return new BudgetLineJson(
        line.what(),
        line.quantity(),
        MoneyJson.of(line.unitCost()),
        line.required(),
        MoneyJson.of(line.total()));
  }

  private static MilestoneJson milestone(ListingContent.Milestone each) {
    return new MilestoneJson(each.title(), each.basisPoints(), each.dueOn(), each.evidence());
  }
}
