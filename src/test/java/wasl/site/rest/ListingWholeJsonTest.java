package wasl.site.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wasl.listing.Business;
import wasl.listing.BusinessId;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingContent;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.listing.Media;
import wasl.listing.Sector;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.pledge.PledgeTotals;
import wasl.shared.Lang;

class ListingWholeJsonTest {

  private static final Money GOAL = Money.minor(100_000, Currency.USD);
  private static final Media.View COVER =
      new Media.View(1, Media.Kind.COVER, "loom.jpg", 900, 1200, 800);
  private static final Media.View PLAN =
      new Media.View(3, Media.Kind.DOCUMENT, "plan.pdf", 1_234, 0, 0);

  @Test
  void hasAllThatThePageShows() {
    ListingWholeJson json = of(ListingState.SUSPENDED);

    assertThat(json.video()).isEqualTo("https://video.example/loom");
    assertThat(json.reason()).isEqualTo("A doubt about a quote");
    assertThat(json.cover().page()).isEqualTo("https://wasl.example" + COVER.address("page"));
    assertThat(json.pictures())
        .extracting(ListingWholeJson.PictureJson::name)
        .as("not as the owner named it")
        .containsExactly("0000000000002.jpg");
    assertThat(json.cover().name()).isEqualTo("0000000000001.jpg");
    assertThat(json.documents())
        .containsExactly(
            new ListingWholeJson.DocumentJson(
                "plan.pdf", 1_234, "https://wasl.example" + PLAN.address("file")));
    assertThat(json.business().legalForm()).isEqualTo("SOLE_ENTERPRISE");
    assertThat(json.business().registrationNumber()).isEqualTo("1234");
    assertThat(json.business().foundedYear()).isEqualTo(2019);
    assertThat(json.business().employees()).isEqualTo(3);
  }

  @Test
  void aLineThatIsPricedInDinarsHasItsRateAndDay() {
    assertThat(of(ListingState.LIVE).budget())
        .extracting(ListingWholeJson.BudgetLineJson::rate)
        .containsExactly(
            new ListingWholeJson.RateJson("1300", LocalDate.parse("2023-02-08")), null);
  }

  @Test
  void aReasonIsToldOnlyWhereThePageShowsIt() {
    assertThat(of(ListingState.STOPPED).reason()).isEqualTo("A doubt about a quote");
    assertThat(of(ListingState.WITHDRAWN).reason()).isNull();
  }

  private static ListingWholeJson of(ListingState state) {
    Money none = Money.zero(Currency.USD);
    return ListingWholeJson.of(
        new ListingQueries.Whole(
            facts(state),
            content(),
            List.of(COVER, new Media.View(2, Media.Kind.GALLERY, "wool.jpg", 9, 90, 60), PLAN)),
        new PledgeTotals(none, none, none, 0),
        Lang.EN,
        "https://wasl.example");
  }

  private static ListingFacts facts(ListingState state) {
    return new ListingFacts(
        ListingId.next(),
        state,
        PartyId.next(),
        BusinessId.next(),
        "Looms of Nasiriyah",
        Map.of(Lang.EN, "A new loom"),
        Lang.EN,
        FundingModel.GRANT,
        Currency.USD,
        GOAL,
        GOAL,
        GOAL,
        300,
        Sector.C,
        Governorate.DQ,
        null,
        null,
        null,
        null,
        null,
        "A doubt about a quote");
  }

  private static ListingContent content() {
    Business.Details business =
        new Business.Details(
            "Looms of Nasiriyah",
            Business.LegalForm.SOLE_ENTERPRISE,
            "1234",
            Governorate.DQ,
            "DQ-01",
            Sector.C,
            2019,
            3,
            true,
            false,
            false);
    ListingContent.BudgetLine inDinars =
        new ListingContent.BudgetLine(
            "Wool",
            1,
            Money.minor(130_000, Currency.IQD),
            true,
            Money.minor(10_000, Currency.USD),
            new BigDecimal("1300.000000"),
            LocalDate.parse("2023-02-08"));
    ListingContent.BudgetLine inDollars =
        new ListingContent.BudgetLine("A loom", 1, GOAL, true, GOAL, null, null);
    return new ListingContent(
        business,
        new ListingContent.Words(
            Lang.EN, Map.of(Lang.EN, new ListingContent.Text("A new loom", "Short", "Long"))),
        new ListingContent.Plan(
            FundingModel.GRANT,
            Currency.USD,
            GOAL,
            GOAL,
            null,
            null,
            30,
            List.of(inDinars, inDollars)),
        new ListingContent.Milestones(List.of()),
        ListingContent.Risks.NONE,
        ListingContent.Terms.NONE,
        new ListingContent.Files("https://video.example/loom"),
        Map.of());
  }
}
