package wasl.listing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Lang;

/**
 * All that the owner writes, section by section. Parts that are not known yet are null or empty.
 *
 * @param versions how often each section has been saved; 0 for never
 */
public record ListingContent(
    Business.Details business,
    Words words,
    Plan plan,
    Milestones milestones,
    Risks risks,
    Terms terms,
    Files files,
    Map<Section, Integer> versions) {

  /** How often a section has been saved. */
  public int version(Section section) {
    return versions.getOrDefault(section, 0);
  }

  /** The content of one section, as {@link SaveSection} takes it. */
  Part part(Section section) {
    return switch (section) {
      case BUSINESS -> business;
      case WORDS -> words;
      case MONEY -> plan.typed();
      case MILESTONES -> milestones;
      case RISKS -> risks;
      case TERMS -> terms;
      case FILES -> files;
    };
  }

  /** The content of one section. */
  public sealed interface Part
      permits Business.Details, Words, Plan, Milestones, Risks, Terms, Files {
    /** The section whose content it is. */
    Section section();
  }

  /**
   * Title, summary and story.
   *
   * @param original the language in which the owner writes; the other texts are translations
   * @param texts the text in each language that has one
   */
  public record Words(Lang original, Map<Lang, Text> texts) implements Part {

    /** Nothing written yet. */
    public static final Words NONE = new Words(null, Map.of());

    @Override
    public Section section() {
      return Section.WORDS;
    }

    /** The text for a reader: in the reader's language, else the original; null for none. */
    public Text in(Lang lang) {
      return texts.get(langFor(lang));
    }

    /** The language of {@link #in}. */
    public Lang langFor(Lang lang) {
      return texts.containsKey(lang) || original == null ? lang : original;
    }
  }

  /**
   * The words in one language.
   *
   * @param story Markdown (CommonMark), as typed: made safe when it is shown
   */
  public record Text(String title, String summary, String story) {

    /** Whether nothing is written. */
    public boolean isEmpty() {
      return title == null && summary == null && story == null;
    }
  }

  /**
   * The money that is wanted, and for what.
   *
   * @param capPurpose what the amount above the goal buys
   */
  public record Plan(
      FundingModel model,
      Currency currency,
      Money goal,
      Money minimum,
      Money cap,
      String capPurpose,
      Integer campaignDays,
      List<BudgetLine> lines)
      implements Part {

    /** Nothing planned yet. */
    public static final Plan NONE = new Plan(null, null, null, null, null, null, null, List.of());

    @Override
    public Section section() {
      return Section.MONEY;
    }

    /** The plan as it is typed, its lines without their price in the listing's currency. */
    Plan typed() {
      return new Plan(
          model,
          currency,
          goal,
          minimum,
          cap,
          capPurpose,
          campaignDays,
          lines.stream().map(BudgetLine::typed).toList());
    }

    /** What the priced lines come to; null before a currency is chosen. */
    public Money linesTotal() {
      return currency == null
          ? null
          : lines.stream()
              .map(BudgetLine::total)
              .filter(total -> total != null && total.currency() == currency)
              .reduce(Money.zero(currency), Money::plus);
    }
  }

  /**
   * One thing that the money buys.
   *
   * @param quantity how many, at least 1; null while unknown
   * @param unitCost in the listing's currency or in dinars
   * @param required whether the project cannot do without it
   * @param total quantity times unit cost in the listing's currency; null while unknown
   * @param rate dinars for one unit of the listing's currency; null unless typed in dinars
   * @param rateDay the day of the rate
   */
  public record BudgetLine(
      String what,
      Integer quantity,
      Money unitCost,
      boolean required,
      Money total,
      BigDecimal rate,
      LocalDate rateDay) {

    private BudgetLine typed() {
      return typed(what, quantity, unitCost, required);
    }

    /** A line as it is typed, without its price in the listing's currency. */
    public static BudgetLine typed(
        String what, Integer quantity, Money unitCost, boolean required) {
      return new BudgetLine(what, quantity, unitCost, required, null, null, null);
    }
  }

  /** The steps of the work by which the money is paid out. */
  public record Milestones(List<Milestone> list) implements Part {

    /** The most that a listing may have. */
    public static final int MOST = 6;

    @Override
    public Section section() {
      return Section.MILESTONES;
    }
  }

  /**
   * One step of the work.
   *
   * @param basisPoints its share of the money; those of all milestones sum to 10 000
   * @param evidence what will prove it
   */
  public record Milestone(String title, Integer basisPoints, LocalDate dueOn, String evidence) {}

  /**
   * What may go wrong, the jobs, and the skills wanted from experts.
   *
   * @param jobsCreated new jobs planned
   * @param jobsKept present jobs that the project keeps
   */
  public record Risks(List<Risk> list, Integer jobsCreated, Integer jobsKept, List<String> skills)
      implements Part {

    /** Nothing said yet. */
    public static final Risks NONE = new Risks(List.of(), null, null, List.of());

    @Override
    public Section section() {
      return Section.RISKS;
    }
  }

  /** What may go wrong, and what then. */
  public record Risk(String what, String answer) {}

  /**
   * What comes back to investors, by funding model.
   *
   * @param graceMonths months from the last tranche to the first instalment
   * @param instalments how many
   * @param intervalMonths months between two instalments
   * @param investorShare the investors' part of declared profit, in basis points
   * @param termMonths how long profit is shared
   * @param keyInformation the key investment information sheet's own part
   */
  public record Terms(
      Integer graceMonths,
      Integer instalments,
      Integer intervalMonths,
      Integer investorShare,
      Integer termMonths,
      String keyInformation)
      implements Part {

    /** Nothing agreed yet. */
    public static final Terms NONE = new Terms(null, null, null, null, null, null);

    @Override
    public Section section() {
      return Section.TERMS;
    }
  }

  /** A link to a video; pictures and documents are added and removed one by one. */
  public record Files(String video) implements Part {

    /** No video. */
    public static final Files NONE = new Files(null);

    @Override
    public Section section() {
      return Section.FILES;
    }
  }
}
