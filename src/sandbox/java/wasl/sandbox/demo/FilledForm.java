package wasl.sandbox.demo;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import wasl.listing.Business;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.Rates;
import wasl.listing.Sector;
import wasl.money.Money;
import wasl.sandbox.demo.Catalogue.Facts;
import wasl.sandbox.demo.Catalogue.Seed;
import wasl.shared.Lang;

/** The sections of the listing's form, filled with what the catalogue has. */
final class FilledForm {

  private static final int MINIMUM_BASIS_POINTS = 8_000;
  private static final int CAP_BASIS_POINTS = 13_000;

  /** From the deadline to the end of the collection window. */
  private static final int COLLECTION_DAYS = 8;

  private static final int DAYS_OF_MONTH = 30;

  private FilledForm() {}

  static Business.Details business(Seed seed, String districtCode) {
    Facts facts = seed.facts();
    Catalogue.Business business = facts.business();
    return new Business.Details(
        business.name(),
        Business.LegalForm.valueOf(business.legalForm()),
        business.registration(),
        Governorate.of(facts.governorate()).orElseThrow(),
        districtCode,
        Sector.valueOf(facts.sector()),
        business.foundedYear(),
        business.employees(),
        business.womenOwned(),
        business.returneeOwned(),
        business.idpOwned());
  }

  static ListingContent.Words words(Seed seed) {
    Map<Lang, ListingContent.Text> texts = new EnumMap<>(Lang.class);
    seed.words()
        .forEach(
            (lang, words) ->
                texts.put(
                    lang, new ListingContent.Text(words.title(), words.summary(), words.story())));
    return new ListingContent.Words(seed.original(), texts);
  }

  /**
   * Budget, goal, minimum and cap.
   *
   * @param fee the platform's, in basis points
   * @param fromDinars an amount of dinars in the listing's currency
   */
  static ListingContent.Plan plan(
      Seed seed, int fee, UnaryOperator<Money> fromDinars, int campaignDays) {
    List<ListingContent.BudgetLine> lines = new ArrayList<>();
    Money net = Money.zero(seed.currency());
    Money optional = net;
    for (Catalogue.Line line : seed.facts().budget()) {
      Money unit = line.unitCost(seed.currency());
      Money typed = unit.times(line.quantity());
      Money total = typed.currency() == seed.currency() ? typed : fromDinars.apply(typed);
      net = net.plus(total);
      optional = line.optional() ? optional.plus(total) : optional;
      lines.add(
          ListingContent.BudgetLine.typed(line.what(), line.quantity(), unit, !line.optional()));
    }
    Money goal = Rates.goalFor(net, fee);
    return new ListingContent.Plan(
        seed.model(),
        seed.currency(),
        goal,
        minimum(goal, optional.isZero() ? null : Rates.goalFor(net.minus(optional), fee)),
        goal.basisPoints(CAP_BASIS_POINTS, RoundingMode.FLOOR),
        seed.facts().extra(),
        campaignDays,
        lines);
  }

  /** Enough for the required lines, where some are not. */
  private static Money minimum(Money goal, Money forRequired) {
    Money share = goal.basisPoints(MINIMUM_BASIS_POINTS, RoundingMode.CEILING);
    return forRequired == null || forRequired.isLessThan(share) ? share : forRequired;
  }

  /**
   * The milestones with their days.
   *
   * @param deadline the campaign's last day if it begins today
   */
  static ListingContent.Milestones milestones(Seed seed, LocalDate deadline) {
    LocalDate funded = deadline.plusDays(COLLECTION_DAYS);
    return new ListingContent.Milestones(
        seed.facts().milestones().stream()
            .map(
                step ->
                    new ListingContent.Milestone(
                        step.title(),
                        step.percent() * 100,
                        funded.plusDays((long) step.months() * DAYS_OF_MONTH),
                        step.evidence()))
            .toList());
  }

  static ListingContent.Risks risks(Seed seed) {
    Facts facts = seed.facts();
    return new ListingContent.Risks(
        facts.risks().stream().map(r -> new ListingContent.Risk(r.what(), r.then())).toList(),
        facts.jobsNew(),
        facts.jobsKept(),
        facts.skills());
  }

  /** What comes back; nothing to fill in for a grant. */
  static ListingContent.Terms terms(Seed seed) {
    Catalogue.Terms terms = seed.facts().terms();
    if (seed.model() == FundingModel.QARD_HASAN) {
      return new ListingContent.Terms(
          terms.graceMonths(), terms.instalments(), terms.intervalMonths(), null, null, null);
    }
    return new ListingContent.Terms(
        null, null, null, terms.investorSharePercent() * 100, terms.termMonths(), sheet(seed));
  }

  /** The owner's part of the key investment information sheet. */
  private static String sheet(Seed seed) {
    Facts facts = seed.facts();
    String comma = seed.original() == Lang.EN ? ", " : "، ";
    String lines =
        facts.budget().stream().map(Catalogue.Line::what).collect(Collectors.joining(comma));
    String template =
        switch (seed.original()) {
          case AR ->
              "المشروع: %s\n"
                  + "ما يُشترى بالمال: %s\n"
                  + "ما يعود إليكم: حصة من الربح المُعلن. الخسارة تُقسم أيضاً، وقد تخسرون كل ما دفعتم. "
                  + "والمخاطر التي نعرفها مكتوبة في قسمها.";
          case CKB ->
              "پڕۆژەکە: %s\n"
                  + "بە پارەکە دەکڕدرێت: %s\n"
                  + "ئەوەی بۆتان دەگەڕێتەوە: بەشێک لە قازانجی ڕاگەیەندراو. زیانیش دابەش دەکرێت، "
                  + "و لەوانەیە هەموو ئەوەی داوتانە لەدەستی بدەن. "
                  + "ئەو مەترسییانەی دەیانزانین لە بەشی خۆیاندا نووسراون.";
          case EN ->
              "The project: %s\n"
                  + "What the money buys: %s\n"
                  + "What comes back to you: a share of declared profit. A loss is shared too, "
                  + "and you may lose all that you paid. The dangers we know of are named under risks.";
        };
    return template.formatted(seed.words().get(seed.original()).summary(), lines);
  }
}
