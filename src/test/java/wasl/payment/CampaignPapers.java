package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import wasl.listing.Business;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.Rates;
import wasl.listing.Sector;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.shared.Baghdad;
import wasl.shared.Ids;
import wasl.shared.Lang;

/** All that the owner of a listing fills in. */
@ApplicationScoped
class CampaignPapers {

  @Inject private Rates rates;
  @Inject private Clock clock;

  /** A complete listing of seven days with this goal, 70 % of which suffice; 150 % are its cap. */
  List<ListingContent.Part> of(FundingModel model, Money goal) {
    LocalDate today = Baghdad.day(clock.instant());
    Money fee = Rates.feeOf(goal, rates.fee(model, clock.instant()));
    return List.of(
        new Business.Details(
            "Shatt Boats " + Ids.text(Ids.next()),
            Business.LegalForm.NOT_REGISTERED,
            null,
            Governorate.BA,
            "BA-01",
            Sector.C,
            2015,
            4,
            false,
            false,
            false),
        new ListingContent.Words(
            Lang.EN,
            Map.of(
                Lang.EN,
                new ListingContent.Text(
                    "A new boatyard shed",
                    "A roof and a saw for four boatbuilders in Basra.",
                    "We build wooden boats on the river, as our fathers did."))),
        new ListingContent.Plan(
            model,
            Currency.USD,
            goal,
            Money.minor(goal.amountMinor() * 7 / 10, Currency.USD),
            Money.minor(goal.amountMinor() * 3 / 2, Currency.USD),
            "A second saw",
            7,
            List.of(
                ListingContent.BudgetLine.typed("Shed and band saw", 1, goal.minus(fee), true))),
        new ListingContent.Milestones(
            List.of(
                new ListingContent.Milestone(
                    "The shed stands", 10_000, today.plusDays(200), "Photographs and the bill"))),
        new ListingContent.Risks(
            List.of(new ListingContent.Risk("The river is high", "We build on the upper bank.")),
            2,
            4,
            List.of()),
        terms(model));
  }

  private static ListingContent.Terms terms(FundingModel model) {
    return switch (model) {
      case GRANT -> ListingContent.Terms.NONE;
      case QARD_HASAN -> new ListingContent.Terms(6, 12, 1, null, null, null);
      case PROFIT_SHARE ->
          new ListingContent.Terms(
              null, null, null, 3_000, 36, "Whoever invests may lose all of it.");
    };
  }
}
