package wasl.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.PartyId;
import wasl.shared.Lang;

/** Listings as their owners and reviewers make them, by the real verbs. */
final class ListingFixtures {

  static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  static final PartyId OWNER = new PartyId(7);

  private ListingFixtures() {}

  static Money usd(long dollars) {
    return Money.minor(dollars * 100, Currency.USD);
  }

  static Listing aDraft() {
    Listing listing = new Listing(ListingId.next(), OWNER, BusinessId.next(), NOW);
    listing.plan(aPlan());
    return listing;
  }

  static Listing submitted() {
    Listing listing = aDraft();
    listing.submit(NOW);
    return listing;
  }

  static Listing inReview() {
    Listing listing = submitted();
    listing.open();
    return listing;
  }

  static Listing changesRequested(Section first, Section... others) {
    Listing listing = inReview();
    listing.askForChanges(EnumSet.of(first, others));
    return listing;
  }

  static Listing approved() {
    Listing listing = inReview();
    listing.approve(NOW);
    return listing;
  }

  static Listing rejected() {
    Listing listing = inReview();
    listing.reject(NOW);
    return listing;
  }

  /** Starts tomorrow, runs 30 days. */
  static Listing scheduled() {
    Listing listing = approved();
    listing.publish(NOW.plus(1, ChronoUnit.DAYS), 300, 0, NOW);
    return listing;
  }

  static Listing live() {
    Listing listing = scheduled();
    listing.start(listing.opensAt());
    return listing;
  }

  static Listing collecting() {
    Listing listing = live();
    listing.reachGoal(listing.deadline(), listing.deadline().plus(8, ChronoUnit.DAYS));
    return listing;
  }

  static Listing funded() {
    Listing listing = collecting();
    listing.fund();
    return listing;
  }

  static Listing repaying() {
    Listing listing = funded();
    listing.startRepaying();
    return listing;
  }

  static Listing suspended(Listing before, Instant since) {
    before.suspend("a doubt about a quote", since);
    return before;
  }

  /** A listing in each state. */
  static Listing in(ListingState state) {
    return switch (state) {
      case DRAFT -> aDraft();
      case SUBMITTED -> submitted();
      case IN_REVIEW -> inReview();
      case CHANGES_REQUESTED -> changesRequested(Section.WORDS);
      case APPROVED -> approved();
      case REJECTED -> rejected();
      case LAPSED -> {
        Listing listing = approved();
        listing.lapse(listing.lapsesAt());
        yield listing;
      }
      case SCHEDULED -> scheduled();
      case LIVE -> live();
      case COLLECTING -> collecting();
      case FUNDED -> funded();
      case UNFUNDED -> {
        Listing listing = live();
        listing.missGoal(listing.deadline());
        yield listing;
      }
      case SUSPENDED -> suspended(live(), NOW.plus(2, ChronoUnit.DAYS));
      case STOPPED -> {
        Listing listing = funded();
        listing.stop("the shop was sold", NOW);
        yield listing;
      }
      case DELIVERED -> {
        Listing listing = funded();
        listing.deliver(NOW);
        yield listing;
      }
      case REPAYING -> repaying();
      case COMPLETED -> {
        Listing listing = repaying();
        listing.complete(NOW);
        yield listing;
      }
      case DEFAULTED -> {
        Listing listing = repaying();
        listing.writeOff(NOW);
        yield listing;
      }
      case WITHDRAWN -> {
        Listing listing = aDraft();
        listing.withdraw(NOW);
        yield listing;
      }
    };
  }

  /** A goal of 1 000 dollars, of which 970 arrive at a fee of 3 %. */
  static ListingContent.Plan aPlan() {
    return new ListingContent.Plan(
        FundingModel.GRANT,
        Currency.USD,
        usd(1_000),
        usd(700),
        usd(1_500),
        "A second loom",
        30,
        List.of(line("A loom", 1, usd(900)), line("Wool", 7, usd(10))));
  }

  static ListingContent.BudgetLine line(String what, int quantity, Money unitCost) {
    return new ListingContent.BudgetLine(
        what, quantity, unitCost, true, unitCost.times(quantity), null, null);
  }

  static ListingContent aContent() {
    return new ListingContent(
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
            false),
        new ListingContent.Words(
            Lang.AR, Map.of(Lang.AR, new ListingContent.Text("نول جديد", "خلاصة", "قصة"))),
        aPlan(),
        new ListingContent.Milestones(
            List.of(
                new ListingContent.Milestone(
                    "Bought", 6_000, TODAY.plusDays(90), "The seller's invoice"),
                new ListingContent.Milestone(
                    "Woven", 4_000, TODAY.plusDays(150), "Photos of ten carpets"))),
        new ListingContent.Risks(
            List.of(new ListingContent.Risk("Wool gets dearer", "We buy early")), 2, 3, List.of()),
        ListingContent.Terms.NONE,
        ListingContent.Files.NONE,
        Map.of());
  }
}
