package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.pledge.PledgeFixtures.DEADLINE;
import static wasl.pledge.PledgeFixtures.INVESTOR;
import static wasl.pledge.PledgeFixtures.NOON;
import static wasl.pledge.PledgeFixtures.OWNER;
import static wasl.pledge.PledgeFixtures.aListing;
import static wasl.pledge.PledgeFixtures.sweden;
import static wasl.pledge.PledgeFixtures.unitedStates;
import static wasl.pledge.PledgeFixtures.usd;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import wasl.listing.FundingModel;
import wasl.listing.ListingFacts;
import wasl.listing.ListingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.CountryRule;
import wasl.party.PartyId;

class PledgePolicyTest {

  private ListingFacts listing = aListing(ListingState.LIVE, FundingModel.GRANT);
  private PartyId investor = INVESTOR;
  private CountryRule country = unitedStates();
  private Money amount = usd(5_000);
  private Money tip = usd(0);
  private boolean settled = true;
  private boolean consented;
  private long held;
  private Instant now = NOON;

  @Test
  void takesAnOrdinaryPledge() {
    allows();
  }

  @ParameterizedTest
  @EnumSource(value = ListingState.class, names = "LIVE", mode = Mode.EXCLUDE)
  void refusesUnlessTheListingIsLive(ListingState state) {
    listing = aListing(state, FundingModel.GRANT);
    refuses(new PledgeRefused.Closed());
  }

  @Test
  void refusesAtTheDeadlineAlsoBeforeTheListingHasMoved() {
    now = DEADLINE;
    refuses(new PledgeRefused.Closed());
  }

  @Test
  void refusesAnotherCurrency() {
    amount = Money.minor(5_000, Currency.EUR);
    refuses(new PledgeRefused.WrongCurrency(Currency.USD));
  }

  @Test
  void refusesMoreInACurrencyThatTheGatewayDoesNotSettleIn() {
    settled = false;
    refuses(new PledgeRefused.NotSettled(Currency.USD));
    assertThat(PledgePolicy.checkChange(wish(), true)).isNotEmpty();
    assertThat(PledgePolicy.checkChange(wish(), false)).isEmpty();
  }

  @Test
  void refusesLessThanFive() {
    amount = usd(499);
    refuses(new PledgeRefused.BelowMinimum(usd(500)));
    amount = usd(500);
    allows();
  }

  @Test
  void refusesTheAbsurd() {
    amount = usd(Long.MAX_VALUE);
    refuses(new PledgeRefused.AboveMaximum(usd(25_000_000)));
  }

  @Test
  void refusesANegativeTip() {
    tip = usd(-1);
    refuses(new PledgeRefused.TipOutOfRange(usd(1_000_000)));
  }

  @Test
  void leavesTheTipOutsideMinimumAndCap() {
    amount = usd(400);
    tip = usd(200);
    refuses(new PledgeRefused.BelowMinimum(usd(500)));
    amount = usd(150_000);
    tip = usd(900_000);
    allows();
  }

  @Test
  void refusesTheOwner() {
    investor = OWNER;
    refuses(new PledgeRefused.OwnListing());
  }

  @Test
  void refusesWhatTheCountryDoesNotOffer() {
    listing = aListing(ListingState.LIVE, FundingModel.PROFIT_SHARE);
    refuses(new PledgeRefused.NotOffered(FundingModel.PROFIT_SHARE));
  }

  @Test
  void refusesAReflectionThatEndsAfterTheDeadline() {
    listing = aListing(ListingState.LIVE, FundingModel.PROFIT_SHARE);
    country = sweden();
    now = DEADLINE.minus(Duration.ofDays(4));
    allows();
    now = now.plusSeconds(1);
    refuses(new PledgeRefused.Late(DEADLINE.plusSeconds(1)));
  }

  @Test
  void asksForNoReflectionWhereNothingIsInvested() {
    country = sweden();
    now = DEADLINE.minusSeconds(60);
    allows();
  }

  @Test
  void asksForConsentAboveTheCountrysLimit() {
    listing = aListing(ListingState.LIVE, FundingModel.PROFIT_SHARE);
    country = sweden();
    amount = usd(100_000);
    allows();
    amount = usd(100_001);
    refuses(new PledgeRefused.ConsentNeeded(usd(100_000)));
    consented = true;
    allows();
  }

  @Test
  void holdsTheCap() {
    held = 145_000;
    amount = usd(5_000);
    allows();
    amount = usd(5_001);
    refuses(new PledgeRefused.CapReached(usd(5_000)));
    held = 160_000;
    refuses(new PledgeRefused.CapReached(usd(0)));
  }

  @Test
  void locksTheListingOnlyNearTheCap() {
    assertThat(PledgePolicy.nearCap(listing, usd(5_000), 137_500)).isFalse();
    assertThat(PledgePolicy.nearCap(listing, usd(5_000), 137_501)).isTrue();
  }

  @Test
  void aSmallerPromiseMindsOnlyWhatIsStillTrueOfIt() {
    listing = aListing(ListingState.LIVE, FundingModel.PROFIT_SHARE);
    now = DEADLINE;
    held = 200_000;
    assertThat(PledgePolicy.checkChange(wish(), false)).isEmpty();
    assertThat(PledgePolicy.checkChange(wish(), true)).contains(new PledgeRefused.Closed());
    amount = usd(499);
    assertThat(PledgePolicy.checkChange(wish(), false))
        .contains(new PledgeRefused.BelowMinimum(usd(500)));
  }

  @Test
  void saysUntilWhenAPledgeOfNowCouldBeCancelled() {
    assertThat(PledgePolicy.cancelUntil(NOON, listing))
        .isEqualTo(DEADLINE.minus(Pledge.CANCEL_BEFORE_DEADLINE));
  }

  private void allows() {
    assertThat(PledgePolicy.check(wish())).isEmpty();
  }

  private void refuses(PledgeRefused refusal) {
    assertThat(PledgePolicy.check(wish())).contains(refusal);
  }

  private PledgePolicy.Wish wish() {
    return new PledgePolicy.Wish(
        listing, investor, country, amount, tip, settled, consented, held, now);
  }
}
