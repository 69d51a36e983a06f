package wasl.pledge;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import wasl.listing.BusinessId;
import wasl.listing.FundingModel;
import wasl.listing.Governorate;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.listing.Sector;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.CountryRule;
import wasl.party.PartyId;
import wasl.shared.Lang;

/** Pledges and what surrounds them, made by real verbs. */
final class PledgeFixtures {

  static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z");
  static final Instant DEADLINE = Instant.parse("2026-12-22T09:00:00Z");
  static final PartyId OWNER = new PartyId(11);
  static final PartyId INVESTOR = new PartyId(12);
  static final ListingId LISTING = new ListingId(13);

  private PledgeFixtures() {}

  static Money usd(long minor) {
    return Money.minor(minor, Currency.USD);
  }

  /** A pledge of 50.00 that waits for its card, without reflection. */
  static Pledge aPledge() {
    return placed(0, NOON);
  }

  static Pledge placed(int reflectionHours, Instant at) {
    return Pledge.place(
        PledgeId.next(),
        LISTING,
        INVESTOR,
        usd(5_000),
        usd(100),
        new Pledge.Terms(
            false,
            "SE",
            reflectionHours,
            Mandate.present(wasl.shared.Lang.EN),
            PayToken.newSecret()),
        at);
  }

  /** A pledge in this state, led there by its verbs. */
  static Pledge in(PledgeState state) {
    Pledge pledge = state == PledgeState.REFLECTING ? placed(96, NOON) : aPledge();
    switch (state) {
      case STARTED -> {
        // as placed
      }
      case REFLECTING, FIRM -> pledge.confirm(NOON);
      case EXPIRED -> pledge.expire(NOON);
      case CANCELLED -> {
        pledge.confirm(NOON);
        pledge.cancel(DEADLINE, NOON);
      }
      case RELEASED -> pledge.release(NOON);
      default -> leadToMoney(pledge, state);
    }
    return pledge;
  }

  private static void leadToMoney(Pledge pledge, PledgeState state) {
    pledge.confirm(NOON);
    pledge.charge(DEADLINE);
    switch (state) {
      case CHARGING -> {
        // as charged
      }
      case REPAIR -> pledge.decline("DECLINED", DEADLINE);
      case DROPPED -> {
        pledge.decline("DECLINED", DEADLINE);
        pledge.drop(DEADLINE);
      }
      default -> leadOn(pledge, state);
    }
  }

  private static void leadOn(Pledge pledge, PledgeState state) {
    pledge.collect(DEADLINE);
    switch (state) {
      case REFUNDING -> pledge.askRefund(DEADLINE);
      case REFUNDED -> {
        pledge.askRefund(DEADLINE);
        pledge.refund(DEADLINE);
      }
      case DISPUTED -> pledge.dispute(DEADLINE);
      case CHARGED_BACK -> {
        pledge.dispute(DEADLINE);
        pledge.loseDispute(DEADLINE);
      }
      default -> {
        // collected
      }
    }
  }

  static ListingFacts aListing(ListingState state, FundingModel model) {
    return new ListingFacts(
        LISTING,
        state,
        OWNER,
        new BusinessId(14),
        "Marsh dairy",
        Map.of(Lang.EN, "Marsh dairy"),
        Lang.EN,
        model,
        Currency.USD,
        usd(100_000),
        usd(80_000),
        usd(150_000),
        300,
        Sector.A,
        Governorate.BA,
        NOON,
        NOON,
        DEADLINE,
        null,
        null,
        null);
  }

  static CountryRule sweden() {
    return new CountryRule(
        "SE",
        Set.of("GRANT", "QARD_HASAN", "PROFIT_SHARE"),
        96,
        true,
        true,
        true,
        100_000L,
        "ECSPR",
        0);
  }

  static CountryRule unitedStates() {
    return new CountryRule(
        "US", Set.of("GRANT", "QARD_HASAN"), 0, false, false, false, null, "NO_LICENCE", 0);
  }
}
