package wasl.site.web;

import static wasl.listing.SubmissionPolicy.CAP_BASIS_POINTS;
import static wasl.listing.SubmissionPolicy.LONGEST_CAMPAIGN;
import static wasl.listing.SubmissionPolicy.MINIMUM_BASIS_POINTS;
import static wasl.listing.SubmissionPolicy.SHORTEST_CAMPAIGN;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import wasl.listing.FundingModel;
import wasl.listing.Listing;
import wasl.listing.Rates;
import wasl.money.Currency;
import wasl.money.Formats;
import wasl.money.Money;
import wasl.party.CountryRule;
import wasl.party.CountryRules;
import wasl.party.Institution;
import wasl.party.Institutions;
import wasl.pledge.EndCampaign;
import wasl.pledge.Pledge;
import wasl.pledge.PledgePolicy;
import wasl.shared.Countries;
import wasl.shared.Lang;
import wasl.shared.Texts;

/**
 * {@code /how-it-works}, {@code /fees}, {@code /safety}, {@code /about}: the figures that these
 * pages name come from the rules and settings that the application itself goes by.
 */
@Named
@RequestScoped
public class RulesPage {

  /** Of which the fee is shown as an example. */
  private static final Money EXAMPLE = Money.minor(1_000_000, Currency.USD);

  private static final int HOURS_OF_A_DAY = 24;

  @Inject private Rates rates;
  @Inject private CountryRules countries;
  @Inject private Institutions institutions;
  @Inject private PageLang page;
  @Inject private Clock clock;

  private List<Fee> fees;
  private List<Offer> offers;

  /**
   * What the platform takes of a funding model today.
   *
   * @param fee of {@link #getExample}
   * @param net what of it arrives
   */
  public record Fee(FundingModel model, int basisPoints, Money fee, Money net) {}

  /**
   * Countries with the same rule.
   *
   * @param models what may be offered there, in words
   * @param reflection how long a profit-share pledge reflects there, in words; empty for not at all
   * @param names the countries, in the reader's language
   */
  public record Offer(String models, String reflection, String names) {}

  public List<Fee> getFees() {
    if (fees == null) {
      fees = Arrays.stream(FundingModel.values()).map(this::fee).toList();
    }
    return fees;
  }

  private Fee fee(FundingModel model) {
    int points = rates.fee(model, clock.instant());
    Money fee = Rates.feeOf(EXAMPLE, points);
    return new Fee(model, points, fee, EXAMPLE.minus(fee));
  }

  public Money getExample() {
    return EXAMPLE;
  }

  /** What can be pledged from where, today; countries where nothing can are left out. */
  public List<Offer> getOffers() {
    if (offers == null) {
      offers = offers();
    }
    return offers;
  }

  private List<Offer> offers() {
    Lang lang = page.lang();
    Map<List<Object>, List<CountryRule>> groups =
        countries.all().stream()
            .filter(rule -> !rule.modelsOffered().isEmpty())
            .collect(
                Collectors.groupingBy(
                    rule ->
                        List.of(
                            rule.modelsOffered(), rule.reflectionHours(CountryRule.PROFIT_SHARE)),
                    () -> new TreeMap<>(Comparator.comparing(Object::toString)),
                    Collectors.toList()));
    return groups.values().stream()
        .sorted(Comparator.comparingInt(group -> -group.size()))
        .map(group -> offer(group, lang))
        .toList();
  }

  private Offer offer(List<CountryRule> group, Lang lang) {
    String comma = lang == Lang.EN ? ", " : "، ";
    List<String> order = List.copyOf(Countries.in(lang).keySet());
    CountryRule first = group.get(0);
    return new Offer(
        Arrays.stream(FundingModel.values())
            .filter(model -> first.offers(model.name()))
            .map(model -> texts().get("listing.fundingModel." + model))
            .collect(Collectors.joining(comma)),
        first.offers(CountryRule.PROFIT_SHARE)
            ? reflection(first.reflectionHours(CountryRule.PROFIT_SHARE))
            : "",
        group.stream()
            .map(CountryRule::country)
            .sorted(Comparator.comparingInt(order::indexOf))
            .map(country -> Countries.name(country, lang))
            .collect(Collectors.joining(comma)));
  }

  private String reflection(int hours) {
    if (hours == 0) {
      return "";
    }
    return hours > HOURS_OF_A_DAY && hours % HOURS_OF_A_DAY == 0
        ? span("days", hours / HOURS_OF_A_DAY)
        : span("hours", hours);
  }

  /** The smallest pledge, in the listing's currency whichever that is. */
  public String getSmallest() {
    Formats formats = Formats.in(page.lang());
    return "\u2068"
        + formats.money(PledgePolicy.minimum(Currency.USD))
        + "\u2069 / \u2068"
        + formats.money(PledgePolicy.minimum(Currency.EUR))
        + "\u2069";
  }

  /** The least part of the goal that a project can do with. */
  public String getLeastPart() {
    return Formats.in(page.lang()).percent(MINIMUM_BASIS_POINTS);
  }

  /** The most that may be pledged, as a part of the goal. */
  public String getMostPart() {
    return Formats.in(page.lang()).percent(CAP_BASIS_POINTS);
  }

  public String getShortest() {
    return span("days", SHORTEST_CAMPAIGN);
  }

  public String getLongest() {
    return span("days", LONGEST_CAMPAIGN);
  }

  /** How long before the deadline cancelling a firm pledge ends. */
  public String getCancelBefore() {
    return span("hours", Pledge.CANCEL_BEFORE_DEADLINE.toHours());
  }

  /** How long after placing a late pledge may be cancelled. */
  public String getCancelAfter() {
    return span("hours", Pledge.CANCEL_AFTER_PLACING.toHours());
  }

  /** How long before cancelling ends investors are told of the charge. */
  public String getToldBefore() {
    return span("days", Pledge.TOLD_BEFORE.toDays());
  }

  /** How long a pledge waits for its card. */
  public String getCardWithin() {
    return span("hours", Pledge.WAITS_FOR_CARD.toHours());
  }

  /** How long cards are charged and repaired. */
  public String getWindow() {
    return span("days", EndCampaign.COLLECTION_WINDOW.toDays());
  }

  /** How long after a rejection an appeal is possible. */
  public String getAppealWithin() {
    return span("days", Listing.APPEAL_DAYS);
  }

  /** How long an approval holds without publication. */
  public String getPublishWithin() {
    return span("months", Listing.MONTHS_TO_PUBLISH);
  }

  /** What at least is left of a campaign after a suspension. */
  public String getLeftAfterPause() {
    return span("hours", Listing.LEFT_AFTER_PAUSE.toHours());
  }

  /** Who runs the platform. */
  public String getOperator() {
    return institutions
        .byCode(Institutions.OPERATOR)
        .map(operator -> name(operator))
        .orElse(texts().get("shared.name"));
  }

  private String name(Institution institution) {
    return institution.name(page.lang());
  }

  private String span(String unit, long n) {
    return texts().of("site.n." + unit, "n", n);
  }

  private Texts texts() {
    return Texts.in(page.lang());
  }
}
