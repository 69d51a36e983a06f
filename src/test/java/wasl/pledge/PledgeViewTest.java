package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.pledge.PledgeFixtures.DEADLINE;
import static wasl.pledge.PledgeFixtures.NOON;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wasl.listing.FundingModel;
import wasl.listing.ListingFacts;
import wasl.listing.ListingState;

class PledgeViewTest {

  private static final Instant LATE = DEADLINE.minus(Duration.ofHours(47));

  @Test
  void aFirmPledgeCanBeCancelledUntilShortlyBeforeTheDeadline() {
    PledgeView live = view(ListingState.LIVE, null);
    assertThat(live.cancellable(NOON)).isTrue();
    assertThat(live.cancellable(LATE)).isFalse();
  }

  @Test
  void aPauseOfTheCampaignStopsItsClock() {
    assertThat(view(ListingState.SUSPENDED, null).cancellable(LATE)).isTrue();
  }

  @Test
  void aPauseOfTheCollectionOffersNothingToCancel() {
    Instant window = DEADLINE.plus(Duration.ofDays(8));
    assertThat(view(ListingState.SUSPENDED, window).cancellable(DEADLINE.plusSeconds(1))).isFalse();
  }

  @Test
  void showsWhatThePledgeKnows() {
    Pledge pledge = PledgeFixtures.in(PledgeState.FIRM);
    ListingFacts facts = PledgeFixtures.aListing(ListingState.LIVE, FundingModel.GRANT);
    PledgeView view = PledgeView.of(pledge, facts);
    assertThat(view.id()).isEqualTo(pledge.id());
    assertThat(view.total()).isEqualTo(pledge.total());
    assertThat(view.payToken()).endsWith(pledge.paySecret());
    assertThat(view.waitsForCard()).isFalse();
    assertThat(view.cancelUntil()).isEqualTo(pledge.cancelUntil(DEADLINE));
    ListingFacts other = PledgeFixtures.aListing(ListingState.SUSPENDED, FundingModel.GRANT);
    assertThat(view.with(other).listing()).isEqualTo(other);
    assertThat(view.with(other).id()).isEqualTo(pledge.id());
  }

  @Test
  void waitsForItsCardForADayButNotPastTheDeadline() {
    ListingFacts facts = PledgeFixtures.aListing(ListingState.LIVE, FundingModel.GRANT);
    PledgeView early = PledgeView.of(PledgeFixtures.aPledge(), facts);
    assertThat(early.waitsForCard()).isTrue();
    assertThat(early.waitsUntil()).isEqualTo(NOON.plus(Pledge.WAITS_FOR_CARD));
    Instant late = DEADLINE.minusSeconds(60);
    assertThat(PledgeView.of(PledgeFixtures.placed(0, late), facts).waitsUntil())
        .isEqualTo(DEADLINE);
  }

  private static PledgeView view(ListingState state, Instant collectingUntil) {
    ListingFacts l = PledgeFixtures.aListing(state, FundingModel.GRANT);
    ListingFacts facts =
        new ListingFacts(
            l.id(),
            l.state(),
            l.owner(),
            l.business(),
            l.businessName(),
            l.titles(),
            l.original(),
            l.model(),
            l.currency(),
            l.goal(),
            l.minimum(),
            l.cap(),
            l.feeBasisPoints(),
            l.sector(),
            l.governorate(),
            l.publishedAt(),
            l.opensAt(),
            l.deadline(),
            collectingUntil,
            null,
            null);
    return new PledgeView(
        PledgeId.next(),
        facts,
        PledgeFixtures.INVESTOR,
        PledgeState.FIRM,
        PledgeFixtures.usd(5_000),
        PledgeFixtures.usd(0),
        false,
        "US",
        Mandate.VERSION,
        "token",
        NOON,
        NOON,
        null,
        null);
  }
}
