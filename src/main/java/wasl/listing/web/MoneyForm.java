package wasl.listing.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wasl.listing.ContentLimits;
import wasl.listing.FundingModel;
import wasl.listing.ListingContent;
import wasl.listing.ListingQueries;
import wasl.listing.Rates;
import wasl.listing.Section;
import wasl.money.Currency;
import wasl.money.Money;
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
  private List<BudgetRow> lines = new ArrayList<>();

  /** As many rows as were sent: Faces reads into rows that are there. */
  @PostConstruct
  void begin() {
    Rows.sent("rows", ContentLimits.LINES, () -> lines.add(new BudgetRow()));
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
    goal = Rows.text(saved.goal());
    minimum = Rows.text(saved.minimum());
    cap = Rows.text(saved.cap());
    capPurpose = saved.capPurpose();
    campaignDays = saved.campaignDays() == null ? "30" : saved.campaignDays().toString();
    for (ListingContent.BudgetLine each : saved.lines()) {
      lines.add(BudgetRow.of(each));
    }
    if (lines.isEmpty()) {
      add();
    }
  }

  @Override
  public ListingContent.Part read(Typed typed) {
    Currency chosen = chosenCurrency();
    List<ListingContent.BudgetLine> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      read.add(lines.get(i).read(typed, "lines:" + i + ":", chosen));
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

  private Currency chosenCurrency() {
    Currency chosen = Typed.constant(Currency.class, currency);
    return chosen == Currency.IQD ? null : chosen;
  }

  /** Adds an empty row. */
  public void add() {
    if (isMore()) {
      lines.add(new BudgetRow());
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
    MoneySums sums = getSums();
    if (sums != null && sums.fitting() != null) {
      goal = Rows.text(sums.fitting());
    }
  }

  /** What the platform keeps, for the script: {@code GRANT:300 QARD_HASAN:400}. */
  public String getFees() {
    Instant now = clock.instant();
    return Arrays.stream(FundingModel.values())
        .map(each -> each + ":" + rates.fee(each, now))
        .collect(Collectors.joining(" "));
  }

  /** Today's rates, for the script: {@code USD:1310 EUR:1415.5}. */
  public String getDinars() {
    LocalDate today = Baghdad.day(clock.instant());
    return Stream.of(Currency.USD, Currency.EUR)
        .flatMap(each -> rates.official(each, today).stream())
        .map(rate -> rate.currency() + ":" + rate.dinars().toPlainString())
        .collect(Collectors.joining(" "));
  }

  /** What the typed amounts come to; null before a currency is chosen. */
  public MoneySums getSums() {
    Currency chosen = chosenCurrency();
    if (chosen == null) {
      return null;
    }
    Money sum = Money.zero(chosen);
    Money required = sum;
    for (BudgetRow line : lines) {
      Money total = total(line);
      if (total != null) {
        sum = sum.plus(total);
        required = line.isRequired() ? required.plus(total) : required;
      }
    }
    FundingModel of = Typed.constant(FundingModel.class, model);
    int feePoints = of == null ? 0 : rates.fee(of, clock.instant());
    Money wanted = Rows.amount(goal, chosen);
    Money least = Rows.amount(minimum, chosen);
    return MoneySums.of(sum, required, wanted, least, feePoints, of != null);
  }

  /** A line's total in the listing's currency, or null where it cannot be read. */
  public Money total(BudgetRow line) {
    Currency chosen = chosenCurrency();
    Money total = chosen == null ? null : line.total(chosen);
    if (total == null || total.currency() == chosen) {
      return total;
    }
    Rates.Rate rate = getRate();
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

  public List<BudgetRow> getLines() {
    return lines;
  }
}
