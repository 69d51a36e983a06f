package wasl.sandbox.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import wasl.listing.Business;
import wasl.listing.ContentLimits;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.RateSource;
import wasl.listing.Rates;
import wasl.listing.Sector;
import wasl.listing.SubmissionPolicy;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.sandbox.demo.Catalogue.Facts;
import wasl.sandbox.demo.Catalogue.Life;
import wasl.sandbox.demo.Catalogue.Seed;
import wasl.shared.Lang;
import wasl.shared.Pictures;

/** What the demo's listings must be, so that the use cases take them and people can read them. */
class CatalogueTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int FEE = 300;
  private static final int SHORTEST_CAMPAIGN_WITH_REFLECTION = 15;
  private static final int HEAVIEST_COVER = 60_000;

  private static final Map<Currency, BigDecimal> DINARS =
      Map.of(Currency.USD, BigDecimal.valueOf(1_300), Currency.EUR, BigDecimal.valueOf(1_404));

  /** Letters of Arabic only, tatweel, vowel signs and joiners: glossary, Sorani spelling. */
  private static final Pattern NOT_SORANI =
      Pattern.compile("[كيىةھثذصضطظ\u200c\u0640\u064b-\u0652\u0670]");

  /** The consonant at a word's end is the vowel mistyped; r at its beginning is always rolled. */
  private static final Pattern MISSPELT_SORANI =
      Pattern.compile("\u0647(?![\\p{L}])|(?<![\\p{L}\\d])ر");

  private static final Pattern NOT_ARABIC = Pattern.compile("[کیەڕڵۆێگپچڤژھ]");
  private static final Pattern IN_NO_LANGUAGE = Pattern.compile("[٠-٩۰-۹!'\"]");

  /** What may not be promised. */
  private static final Pattern PROMISE = Pattern.compile("مضمون|أرباح|گەرەنتیکراو|guaranteed");

  private final List<Seed> seeds = List.copyOf(Catalogue.read().values());

  @Test
  void isAWholeCountry() {
    assertThat(seeds).hasSizeGreaterThanOrEqualTo(60);
    assertThat(of(Facts::governorate))
        .isEqualTo(Arrays.stream(Governorate.values()).map(Governorate::code).collect(toSet()));
    assertThat(of(Facts::model)).hasSize(FundingModel.values().length);
    assertThat(of(Facts::sector))
        .isEqualTo(Sector.offered().stream().map(Sector::name).collect(toSet()));
    assertThat(of(Facts::currency)).containsExactlyInAnyOrder("USD", "EUR");
    assertThat(of(Facts::original)).containsExactlyInAnyOrder("ar", "ckb", "en");
    assertThat(seeds.stream().map(seed -> seed.words().size()).collect(toSet()))
        .containsExactlyInAnyOrder(1, 2, 3);
    assertThat(of(facts -> facts.business().legalForm())).hasSizeGreaterThan(7);
    assertThat(seeds).anyMatch(seed -> seed.facts().cover() == null);
    assertThat(lines().anyMatch(line -> line.dinars() != null)).isTrue();
    assertThat(lines().anyMatch(Catalogue.Line::optional)).isTrue();
  }

  private Set<String> of(Function<Facts, String> part) {
    return seeds.stream().map(seed -> part.apply(seed.facts())).collect(toSet());
  }

  private Stream<Catalogue.Line> lines() {
    return seeds.stream().flatMap(seed -> seed.facts().budget().stream());
  }

  @Test
  void eachCouldBeHandedInAsItStands() {
    SoftAssertions all = new SoftAssertions();
    for (Seed seed : seeds) {
      all.assertThat(SubmissionPolicy.lacking(content(seed), FEE, TODAY)).as(title(seed)).isEmpty();
    }
    all.assertAll();
  }

  /** Where a budget says what can be left out, the minimum pays for the rest. */
  @Test
  void theMinimumPaysForWhatIsRequired() {
    SoftAssertions all = new SoftAssertions();
    for (Seed seed : seeds) {
      ListingContent.Plan plan = content(seed).plan();
      if (plan.lines().stream().anyMatch(line -> !line.required())) {
        Money required =
            plan.lines().stream()
                .filter(ListingContent.BudgetLine::required)
                .map(ListingContent.BudgetLine::total)
                .reduce(Money.zero(seed.currency()), Money::plus);
        Money net = plan.minimum().minus(Rates.feeOf(plan.minimum(), FEE));
        all.assertThat(net.isLessThan(required)).as(title(seed)).isFalse();
      }
    }
    all.assertAll();
  }

  private static ListingContent content(Seed seed) {
    UnaryOperator<Money> fromDinars = dinars -> inCurrency(dinars, seed.currency());
    ListingContent.Plan typed = FilledForm.plan(seed, FEE, fromDinars, 30);
    ListingContent.Terms terms =
        seed.model() == FundingModel.GRANT ? ListingContent.Terms.NONE : FilledForm.terms(seed);
    return new ListingContent(
        FilledForm.business(seed, "XX-01"),
        FilledForm.words(seed),
        new ListingContent.Plan(
            typed.model(),
            typed.currency(),
            typed.goal(),
            typed.minimum(),
            typed.cap(),
            typed.capPurpose(),
            typed.campaignDays(),
            typed.lines().stream().map(line -> priced(line, seed.currency())).toList()),
        FilledForm.milestones(seed, TODAY.plusDays(30)),
        FilledForm.risks(seed),
        terms,
        ListingContent.Files.NONE,
        Map.of());
  }

  private static ListingContent.BudgetLine priced(
      ListingContent.BudgetLine line, Currency currency) {
    Money total = inCurrency(line.unitCost().times(line.quantity()), currency);
    return new ListingContent.BudgetLine(
        line.what(), line.quantity(), line.unitCost(), line.required(), total, null, null);
  }

  private static Money inCurrency(Money amount, Currency currency) {
    return amount.currency() == currency
        ? amount
        : new Rates.Rate(
                currency, DINARS.get(currency), "OFFICIAL", TODAY, new RateSource("", "", ""))
            .fromDinars(amount);
  }

  @Test
  void everyTextFitsIntoItsField() {
    SoftAssertions all = new SoftAssertions();
    for (Seed seed : seeds) {
      Facts facts = seed.facts();
      fits(all, seed, ContentLimits.NAME, facts.business().name());
      seed.words()
          .values()
          .forEach(
              words -> {
                fits(all, seed, ContentLimits.TITLE, words.title());
                fits(all, seed, ContentLimits.SUMMARY, words.summary());
                fits(all, seed, ContentLimits.STORY, words.story());
              });
      facts.budget().forEach(line -> fits(all, seed, ContentLimits.SENTENCE, line.what()));
      facts.skills().forEach(skill -> fits(all, seed, 60, skill));
      all.assertThat(facts.milestones().size())
          .as(title(seed))
          .isBetween(1, ListingContent.Milestones.MOST);
      all.assertThat(Business.LegalForm.values())
          .extracting(Enum::name)
          .contains(facts.business().legalForm());
    }
    all.assertAll();
  }

  private static void fits(SoftAssertions all, Seed seed, int most, String text) {
    all.assertThat(text.codePointCount(0, text.length()))
        .as("%s: %s", title(seed), text)
        .isBetween(1, most);
  }

  @Test
  void isSpeltAsTheGlossaryWants() {
    SoftAssertions all = new SoftAssertions();
    for (Seed seed : seeds) {
      seed.words()
          .forEach(
              (lang, words) ->
                  spelt(
                      all,
                      seed,
                      lang,
                      words.title() + "\n" + words.summary() + "\n" + words.story()));
      spelt(all, seed, seed.original(), ownersWords(seed.facts()));
    }
    all.assertAll();
  }

  private static String ownersWords(Facts facts) {
    List<String> texts = new ArrayList<>(facts.skills());
    texts.add(facts.owner().name());
    texts.add(facts.extra());
    facts.budget().forEach(line -> texts.add(line.what()));
    facts.milestones().forEach(step -> texts.add(step.title() + "\n" + step.evidence()));
    facts.risks().forEach(risk -> texts.add(risk.what() + "\n" + risk.then()));
    return String.join("\n", texts);
  }

  private static void spelt(SoftAssertions all, Seed seed, Lang lang, String text) {
    String name = lang.code() + " of " + title(seed);
    all.assertThat(text).as(name).doesNotContainPattern(IN_NO_LANGUAGE);
    all.assertThat(text).as(name).doesNotContainPattern(PROMISE);
    if (lang == Lang.CKB) {
      all.assertThat(text).as(name).doesNotContainPattern(NOT_SORANI);
      all.assertThat(text).as(name).doesNotContainPattern(MISSPELT_SORANI);
    } else if (lang == Lang.AR) {
      all.assertThat(text).as(name).doesNotContainPattern(NOT_ARABIC);
    }
  }

  @Test
  void everyDistrictIsOneOfItsGovernorate() throws IOException {
    String table = Files.readString(Path.of("sql/V202611220132__listing_districts.sql"));
    SoftAssertions all = new SoftAssertions();
    for (Seed seed : seeds) {
      String governorate = seed.facts().governorate().substring(3);
      all.assertThat(
              table
                  .lines()
                  .anyMatch(
                      line ->
                          line.contains("'" + governorate + "',")
                              && line.contains(seed.facts().district() + "', ")))
          .as(title(seed))
          .isTrue();
    }
    all.assertAll();
  }

  @Test
  void coversAreLightPicturesThatUploadsTake() {
    for (String cover : of(Facts::cover)) {
      if (cover != null) {
        byte[] picture = Catalogue.cover(cover);
        assertThat(picture.length).as(cover).isLessThan(HEAVIEST_COVER);
        assertThat(Pictures.remake(picture).width()).as(cover).isEqualTo(960);
      }
    }
  }

  @Test
  void campaignsEndAsTheyCan() {
    SoftAssertions all = new SoftAssertions();
    for (Seed seed : seeds) {
      Life life = seed.facts().life();
      if (life == null) {
        continue;
      }
      all.assertThat(life.day()).as(title(seed)).isBetween(1, DemoCountry.LAST_DAY);
      all.assertThat(life.days())
          .as(title(seed))
          .isBetween(SHORTEST_CAMPAIGN_WITH_REFLECTION, SubmissionPolicy.LONGEST_CAMPAIGN);
      all.assertThat(life.percent()).as(title(seed)).isLessThanOrEqualTo(125);
      all.assertThat(life.pledgedTo()).as(title(seed)).isEqualTo(life.investors() > 0);
      all.assertThat(life.as() == null).as(title(seed)).isEqualTo(life.pledgedTo());
    }
    all.assertAll();
  }

  @Test
  void investorsAreManyAndOfManyCountries() {
    List<String[]> investors =
        Catalogue.lines("investors.txt").stream().map(line -> line.split(";")).toList();

    assertThat(investors).hasSizeGreaterThan(200).allMatch(each -> each.length == 3);
    assertThat(investors).allMatch(each -> Lang.of(each[1]).isPresent());
    assertThat(investors.stream().map(each -> each[0]).distinct()).hasSizeGreaterThan(12);
    Map<String, Long> names = investors.stream().collect(groupingBy(each -> each[2], counting()));
    assertThat(names.values()).containsOnly(1L);
    assertThat(
            investors.stream()
                .filter(each -> each[1].equals("ckb"))
                .map(each -> each[2])
                .collect(Collectors.joining("\n")))
        .doesNotContainPattern(NOT_SORANI)
        .doesNotContainPattern(MISSPELT_SORANI);
  }

  private static String title(Seed seed) {
    return seed.facts().no() + " " + seed.words().get(seed.original()).title();
  }
}
