package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Sql;

/** Campaigns that fail: whoever was not charged is let go, whoever was gets everything back. */
@ExtendWith(ArquillianExtension.class)
class RefundsIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private FinanceQueries finance;
  @Inject private Sql sql;

  private Actor investor;
  private ListingId listing;

  @BeforeEach
  void aCampaign() {
    gateway.behave();
    investor = campaigns.investor();
    listing = campaigns.live(1_000);
  }

  @AfterEach
  void behaveAgain() {
    gateway.behave();
  }

  @Test
  void belowTheGoalEveryPledgeIsReleasedAndNothingCharged() {
    PledgeId firm = gateway.pledged(investor, listing, 900, 1, GatewayFixtures.GOOD);
    PledgeId waiting = gateway.started(investor, listing, 100, 0);
    campaigns.passDeadline(listing);

    assertThat(campaigns.state(listing)).isEqualTo(ListingState.UNFUNDED);
    assertThat(gateway.state(firm)).isEqualTo(PledgeState.RELEASED);
    assertThat(gateway.state(waiting)).isEqualTo(PledgeState.EXPIRED);
    assertThat(gateway.charges(listing)).isEmpty();
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
  }

  @Test
  void tooLittleCollectedGoesBackWithItsTips() {
    PledgeId good = gateway.pledged(investor, listing, 600, 7, GatewayFixtures.GOOD);
    PledgeId bad = gateway.pledged(investor, listing, 400, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    assertThat(gateway.keptMinor(listing)).isEqualTo(60_700);
    campaigns.skipWindow(listing);

    assertThat(campaigns.state(listing)).isEqualTo(ListingState.UNFUNDED);
    assertThat(gateway.state(good)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.state(bad)).isEqualTo(PledgeState.DROPPED);
    assertThat(gateway.keptMinor(listing)).isZero();
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(books.tips(listing)).isEqualTo(usd(0));
    assertThat(books.journals(good, "REFUND")).isEqualTo(1);
  }

  @Test
  void refundsOnceThoughTheGatewayDoesNotAnswer() {
    PledgeId good = gateway.pledged(investor, listing, 600, 7, GatewayFixtures.GOOD);
    gateway.pledged(investor, listing, 400, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    gateway.misbehave("{\"path\":\"refunds\",\"kind\":\"drop_after\",\"times\":2}");
    campaigns.skipWindow(listing);
    campaigns.pass(Duration.ofHours(7));

    assertThat(gateway.state(good)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.keptMinor(listing)).isZero();
    assertThat(books.journals(good, "REFUND")).isEqualTo(1);
    books.agreeWithTheGateway(listing);
  }

  @Test
  void aRefundThatTheBankSendsBackIsATaskAndOwed() {
    PledgeId good = gateway.pledged(investor, listing, 600, 0, GatewayFixtures.REFUND_FAILS);
    gateway.pledged(investor, listing, 400, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    campaigns.skipWindow(listing);
    campaigns.pass(Duration.ofDays(10));

    assertThat(gateway.state(good)).isEqualTo(PledgeState.COLLECTED);
    assertThat(books.journals(good, "REFUND")).isEqualTo(1);
    assertThat(books.journals(good, "REFUND_FAILED")).isEqualTo(1);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    // it was away until it came back: a year that ended between keeps what it was told
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM payment_refund r JOIN ledger_journal j ON j.pledge = r.pledge"
                    + " AND j.type = 'REFUND_FAILED' WHERE r.pledge = ? AND r.failed_at > r.asked_at"
                    + " AND ABS(TIMESTAMPDIFF(MICROSECOND, j.effective_at, r.failed_at)) <= 1",
                good.value()))
        .isEqualTo(1);
  }

  @Test
  void aChargeThatBecomesKnownAfterTheListingWasStoppedGoesBack() {
    PledgeId known = gateway.pledged(investor, listing, 600, 0, GatewayFixtures.GOOD);
    campaigns.passInstant(gateway.view(known).listing().deadline().minusSeconds(60));
    PledgeId unknown = gateway.pledged(investor, listing, 400, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_after\",\"times\":1000}");
    campaigns.passDeadline(listing);
    campaigns.stop(listing);
    campaigns.pass(Duration.ofHours(1));
    assertThat(gateway.state(known)).isEqualTo(PledgeState.CHARGING);
    assertThat(gateway.state(unknown)).isEqualTo(PledgeState.CHARGING);

    gateway.behave();
    campaigns.pass(Duration.ofHours(1));
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.STOPPED);
    assertThat(gateway.state(known)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.state(unknown)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.keptMinor(listing)).isZero();
    books.agreeWithTheGateway(listing);
  }

  @Test
  void nobodyIsChargedOrAskedToRepairOnceTheListingIsStopped() {
    PledgeId bad = gateway.pledged(investor, listing, 400, 0, GatewayFixtures.DECLINED_LATER);
    PledgeId never = gateway.pledged(investor, listing, 600, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_before\",\"times\":1000}");
    campaigns.passDeadline(listing);
    campaigns.stop(listing);
    // a call that is on its way would reach the gateway after all
    BooksFixtures.until(() -> callsUnderWay() == 0);
    gateway.behave();
    campaigns.pass(Duration.ofHours(1));
    campaigns.jump(gateway.view(never).listing().deadline().plus(Duration.ofHours(30)));

    assertThat(gateway.state(bad)).isEqualTo(PledgeState.DROPPED);
    assertThat(gateway.state(never)).isEqualTo(PledgeState.DROPPED);
    assertThat(gateway.charges(listing)).isEmpty();
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM notice WHERE party_id = ? AND kind = 'PLEDGE_REPAIR'",
                investor.party().value()))
        .isZero();
    books.agreeWithTheGateway(listing);
  }

  @Test
  void aRefundForWhichTheGatewaysBalanceIsTooSmallWaitsForATopUp() {
    PledgeId good = gateway.pledged(investor, listing, 600, 7, GatewayFixtures.GOOD);
    gateway.pledged(investor, listing, 400, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    gateway.misbehave("{\"refunds\":\"short\",\"times\":2}");
    campaigns.skipWindow(listing);
    assertThat(gateway.state(good)).isEqualTo(PledgeState.REFUNDING);
    assertThat(finance.tasks())
        .filteredOn(task -> task.key().equals("REFUND_WAITS"))
        .extracting(FinanceQueries.Task::amount)
        .containsExactly(usd(607));
    assertThat(books.escrow(listing)).isEqualTo(usd(600));

    // told every hour: the second time it is too small as well
    campaigns.pass(Duration.ofMinutes(50));
    assertThat(gateway.state(good)).isEqualTo(PledgeState.REFUNDING);
    campaigns.pass(Duration.ofMinutes(80));
    assertThat(gateway.state(good)).isEqualTo(PledgeState.REFUNDED);
    assertThat(finance.tasks()).noneMatch(task -> task.key().equals("REFUND_WAITS"));
    assertThat(gateway.keptMinor(listing)).isZero();
    assertThat(books.journals(good, "REFUND")).isEqualTo(1);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(bookedAfterAsking(good))
        .as("booked when the gateway gave it, not when it was asked for")
        .isGreaterThan(Duration.ofMinutes(55));
  }

  private Duration bookedAfterAsking(PledgeId pledge) {
    long seconds =
        sql.number(
            "SELECT TIMESTAMPDIFF(SECOND, r.asked_at, j.effective_at) FROM ledger_journal j"
                + " JOIN payment_refund r ON r.pledge = j.pledge"
                + " WHERE j.pledge = ? AND j.type = 'REFUND'",
            pledge.value());
    return Duration.ofSeconds(seconds);
  }

  private long callsUnderWay() {
    return sql.number(
        "SELECT COUNT(*) FROM payment_attempt WHERE listing = ? AND state = 'STARTED'",
        listing.value());
  }
}
