package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import wasl.listing.ContentLimits;
import wasl.listing.FundingModel;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Rates;
import wasl.listing.Section;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.MoneyText;
import wasl.shared.Baghdad;

/** The step about the money and the budget. */
@Named
@RequestScoped
public class MoneyForm implements StepForm {

  @Inject private Rates rates;
  @Inject private Clock clock;

  private int version;
  private String model;
  private String currency = "USD";
  private String goal;
  private String minimum;
  private String cap;
  private String capPurpose;
  private String campaignDays;
  private List<Line> lines = new ArrayList<>();

  /** One budget line as typed. */
  public static class Line {
    private String what;
    private String quantity = "1";
    private String unitCost;
    private String unitCurrency = "OWN";
    private boolean required = true;

    public String getWhat() {
      return what;
    }

    public void setWhat(String what) {
      this.what = what;
    }

    public String getQuantity() {
      return quantity;
    }

    public void setQuantity(String quantity) {
      this.quantity = quantity;
    }

    public String getUnitCost() {
      return unitCost;
    }

    public void setUnitCost(String unitCost) {
      this.unitCost = unitCost;
    }

    public String getUnitCurrency() {
      return unitCurrency;
    }

    public void setUnitCurrency(String unitCurrency) {
      this.unitCurrency = unitCurrency;
    }

    public boolean isRequired() {
      return required;
    }

    public void setRequired(boolean required) {
      this.required = required;
    }
  }

  /**
   * What the typed amounts come to.
   *
   * @param lines the sum of the budget lines that can be read
   * @param feeBasisPoints of the chosen model
   * @param fee the platform's part of the goal
   * @param net what arrives
   * @param diff how far lines and fee are from the goal; null without a goal
   * @param fitting the goal that would fit the lines
   */
  public record Sums(
      Money lines, int feeBasisPoints, Money fee, Money net, Money diff, Money fitting) {}

  /** As many rows as were sent: Faces reads into rows that are there. */
  @PostConstruct
  void begin() {
    Rows.sent("rows", ContentLimits.LINES, () -> lines.add(new Line()));
  }

  @Override
  public Section section() {
    return Section.MONEY;
  }

  @Override
  public void fill(ListingQueries.Whole whole) {
    version = whole.content().version(section());
    ListingContent.Plan saved = whole.content().plan();
    model = saved.model() == null ? null : saved.model().name();
    currency = saved.currency() == null ? "USD" : saved.currency().name();
    goal = text(saved.goal());
    minimum = text(saved.minimum());
    cap = text(saved.cap());
    capPurpose = saved.capPurpose();
    campaignDays = saved.campaignDays() == null ? "30" : saved.campaignDays().toString();
    for (ListingContent.BudgetLine each : saved.lines()) {
      Line line = new Line();
      line.what = each.what();
      line.quantity = Rows.text(each.quantity());
      line.unitCost = text(each.unitCost());
      line.unitCurrency =
          each.unitCost() != null && each.unitCost().currency() == Currency.IQD ? "IQD" : "OWN";
      line.required = each.required();
      lines.add(line);
    }
    if (lines.isEmpty()) {
      add();
    }
  }

  private static String text(Money money) {
    return money == null ? null : money.decimal().toPlainString().replaceFirst("\\.00$", "");
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    Currency chosen = chosenCurrency();
    List<ListingContent.BudgetLine> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String row = "lines:" + i + ":";
      read.add(
          ListingContent.BudgetLine.typed(
              line.what,
              typed.number(line.quantity, row + "quantity"),
              typed.amount(line.unitCost, unit(line), row + "unitCost"),
              line.required));
    }
    return new ListingContent.Plan(
        Typed.constant(FundingModel.class, model),
        chosen,
        typed.amount(goal, chosen, "goal"),
        typed.amount(minimum, chosen, "minimum"),
        typed.amount(cap, chosen, "cap"),
        capPurpose,
        typed.number(campaignDays, "campaignDays"),
        read);
  }

  /** A line's unit cost is in dinars or in the listing's currency, whatever that is by now. */
  private Currency unit(Line line) {
    return "IQD".equals(line.unitCurrency) ? Currency.IQD : chosenCurrency();
  }

  private Currency chosenCurrency() {
    Currency chosen = Typed.constant(Currency.class, currency);
    return chosen == Currency.IQD ? null : chosen;
  }

  /** Adds an empty row. */
  public void add() {
    if (isMore()) {
      lines.add(new Line());
    }
  }

  /** Takes a row away. */
  public void remove(int index) {
    lines = Rows.without(lines, index);
  }

  /** Whether another row may be added. */
  public boolean isMore() {
    return lines.size() < ContentLimits.LINES;
  }

  /** Writes the goal that fits the budget lines into its field. */
  public void fitGoal() {
    Sums sums = getSums();
    if (sums != null && sums.fitting() != null) {
      goal = text(sums.fitting());
    }
  }

  /** What the typed amounts come to; null before a currency is chosen. */
  public Sums getSums() {
    Currency chosen = chosenCurrency();
    if (chosen == null) {
      return null;
    }
    Money sum = Money.zero(chosen);
    for (Line line : lines) {
      Money total = total(line);
      sum = total == null ? sum : sum.plus(total);
    }
    FundingModel of = Typed.constant(FundingModel.class, model);
    int feePoints = of == null ? 0 : rates.fee(of, clock.instant());
    Money wanted = goal == null ? null : MoneyText.parse(goal, chosen).orElse(null);
    if (wanted != null && wanted.amountMinor() > ContentLimits.MOST_MINOR) {
      wanted = null;
    }
    Money fee = wanted == null ? null : Rates.feeOf(wanted, feePoints);
    return new Sums(
        sum,
        feePoints,
        fee,
        wanted == null ? null : wanted.minus(fee),
        wanted == null ? null : wanted.minus(fee).minus(sum),
        of == null || sum.isZero() ? null : Rates.goalFor(sum, feePoints));
  }

  /** A line's total in the listing's currency, or null where it cannot be read. */
  public Money total(Line line) {
    Currency chosen = chosenCurrency();
    Currency unit = unit(line);
    if (chosen == null || line.quantity == null || line.unitCost == null) {
      return null;
    }
    Money cost = MoneyText.parse(line.unitCost, unit).orElse(null);
    String typed = MoneyText.latin(line.quantity);
    int quantity = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : Integer.MAX_VALUE;
    if (cost == null
        || cost.amountMinor() > ContentLimits.MOST_MINOR
        || quantity > ContentLimits.MOST_QUANTITY) {
      return null;
    }
    Money total = cost.times(quantity);
    Rates.Rate rate = getRate();
    if (unit == chosen) {
      return total;
    }
    return rate == null ? null : rate.fromDinars(total);
  }

  /** Today's rate between dinars and the listing's currency, or null. */
  public Rates.Rate getRate() {
    Currency chosen = chosenCurrency();
    return chosen == null
        ? null
        : rates.official(chosen, Baghdad.day(clock.instant())).orElse(null);
  }

  @Override
  public int getVersion() {
    return version;
  }

  @Override
  public void setVersion(int version) {
    this.version = version;
  }

  public String getModel() {
    return model;
  }

  public void setModel(String model) {
    this.model = model;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getGoal() {
    return goal;
  }

  public void setGoal(String goal) {
    this.goal = goal;
  }

  public String getMinimum() {
    return minimum;
  }

  public void setMinimum(String minimum) {
    this.minimum = minimum;
  }

  public String getCap() {
    return cap;
  }

  public void setCap(String cap) {
    this.cap = cap;
  }

  public String getCapPurpose() {
    return capPurpose;
  }

  public void setCapPurpose(String capPurpose) {
    this.capPurpose = capPurpose;
  }

  public String getCampaignDays() {
    return campaignDays;
  }

  public void setCampaignDays(String campaignDays) {
    this.campaignDays = campaignDays;
  }

  public List<Line> getLines() {
    return lines;
  }
}
