package wasl.site.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import wasl.listing.ListingContent;
import wasl.listing.ListingFacts;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.Media;
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
 * @param cover null where the page shows the sector's drawing
 * @param pictures the gallery, without the cover
 * @param video the address of a video elsewhere, or null
 * @param reason why it is suspended or was stopped, as published; null for others
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
    BusinessWholeJson business,
    List<BudgetLineJson> budget,
    List<MilestoneJson> milestones,
    List<RiskJson> risks,
    Integer jobsCreated,
    Integer jobsKept,
    List<String> skills,
    TermsJson returnTerms,
    PictureJson cover,
    List<PictureJson> pictures,
    List<DocumentJson> documents,
    String video,
    String reason) {

  /**
   * A budget line; unit cost as typed, total in the listing's currency.
   *
   * @param rate by which the total was converted, of a line that is priced in dinars; else null
   */
  public record BudgetLineJson(
      String what,
      Integer quantity,
      MoneyJson unitCost,
      boolean required,
      MoneyJson total,
      RateJson rate) {}

  /**
   * A stored rate.
   *
   * @param dinars for one unit of the listing's currency, in plain decimal digits
   * @param day the day of the official rate
   */
  public record RateJson(String dinars, LocalDate day) {}

  /**
   * A picture by the addresses of its three sizes.
   *
   * @param name a file's name of our own, the same for ever: what the owner's file was named is
   *     nobody's business
   */
  public record PictureJson(String name, String card, String page, String full) {}

  /**
   * A document.
   *
   * @param name the file's name as it was uploaded
   * @param size in bytes
   */
  public record DocumentJson(String name, int size, String address) {}

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

  /**
   * @param site where people reach this installation, without a slash at its end
   */
  static ListingWholeJson of(
      ListingQueries.Whole whole, PledgeTotals totals, Lang lang, String site) {
    ListingFacts facts = whole.facts();
    ListingContent content = whole.content();
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
        BusinessWholeJson.of(content.business()),
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
            terms.keyInformation()),
        whole.cover() == null ? null : picture(whole.cover(), site),
        whole.media(Media.Kind.GALLERY).stream().map(each -> picture(each, site)).toList(),
        whole.media(Media.Kind.DOCUMENT).stream()
            .map(each -> new DocumentJson(each.name(), each.size(), site + each.address("file")))
            .toList(),
        content.files().video(),
        reason(facts));
  }

  /** A withdrawn listing may still have a reason from before, which its page does not show. */
  private static String reason(ListingFacts facts) {
    return facts.state() == ListingState.SUSPENDED || facts.state() == ListingState.STOPPED
        ? facts.suspensionReason()
        : null;
  }

  private static PictureJson picture(Media.View view, String site) {
    return new PictureJson(
        view.fileName(),
        site + view.address("card"),
        site + view.address("page"),
        site + view.address("full"));
  }

  private static BudgetLineJson line(ListingContent.BudgetLine line) {
    return new BudgetLineJson(
        line.what(),
        line.quantity(),
        MoneyJson.of(line.unitCost()),
        line.required(),
        MoneyJson.of(line.total()),
        line.rate() == null
            ? null
            : new RateJson(line.rate().stripTrailingZeros().toPlainString(), line.rateDay()));
  }

  private static MilestoneJson milestone(ListingContent.Milestone each) {
    return new MilestoneJson(each.title(), each.basisPoints(), each.dueOn(), each.evidence());
  }
}
