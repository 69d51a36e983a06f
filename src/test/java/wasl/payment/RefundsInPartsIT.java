package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.listing.ListingState;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeState;
import wasl.pledge.Pledges;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** Parts, wholes and failures of refunds of the same charge, one across the other. */
@ExtendWith(ArquillianExtension.class)
@Tag("long")
class RefundsInPartsIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Attempts attempts;
  @Inject private Refunds refunds;
  @Inject private RetryRefund retry;
  @Inject private Disputes disputes;
  @Inject private Pledges pledges;
  @Inject private PledgeQueries queries;
  @Inject private Sql sql;
  @Inject private Clock clock;
  @Resource private UserTransaction transaction;

  private final Actor officer =
      new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false);

  private ListingId listing;
  private PledgeId pledge;
  private PledgeId other;

  @BeforeEach
  void twoWereCharged() {
    gateway.behave();
    Actor investor = campaigns.investor();
    listing = campaigns.live(1_000);
    pledge = gateway.pledged(investor, listing, 600, 6, GatewayFixtures.GOOD);
    other = gateway.pledged(investor, listing, 400, 0, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
  }

  @AfterEach
  void behaveAgain() {
    gateway.behave();
  }

  @Test
  void aPartThatIsUnderWayIsNotGivenTwiceWhenTheListingIsStopped() throws Exception {
    begun(part(202), false, true);
    campaigns.stop(listing);
    campaigns.pass(Duration.ZERO);
    assertThat(gateway.keptMinor(listing)).as("the part").isEqualTo(20_200);
    campaigns.pass(Duration.ofMinutes(5));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.state(other)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.keptMinor(listing)).isZero();
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    assertThat(refunds.unresolved(paid())).isEmpty();
    books.hold();
  }

  @Test
  void aPartThatFailedOnceHoldsNothingUpWhenTheListingIsStopped() throws Exception {
    begun(part(202), false, false);
    sendBack();
    retry.handle(new RetryRefund.Command(officer, failed().id()));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    campaigns.stop(listing);
    campaigns.pass(Duration.ofMinutes(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(gateway.keptMinor(listing)).isZero();
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    books.hold();
  }

  @Test
  void whatIsOwedSinceARefundCameBackFundsNoListing() throws Exception {
    begun(refundsLeft(), true, false);
    sendBack();
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    campaigns.skipWindow(listing);

    assertThat(campaigns.state(listing))
        .as("400 of 1000 lie here")
        .isEqualTo(ListingState.UNFUNDED);
    assertThat(gateway.state(other)).isEqualTo(PledgeState.REFUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
    books.hold();
  }

  @Test
  void aPartThatArrivesAfterTheRestCountsNoMoreShouldTheRestComeBack() throws Exception {
    begun(part(202), false, true);
    begun(refundsLeft(), true, false);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    campaigns.pass(Duration.ofMinutes(5));
    gateway.failRefund(gatewayRefund("whole"));
    campaigns.pass(Duration.ofMinutes(1));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(queries.totals(listing).collected()).isEqualTo(usd(800));
    books.hold();
  }

  @Test
  void aSecondTryThatIsRefusedStillRepeatsWhatIsOwed() throws Exception {
    begun(refundsLeft(), true, false);
    sendBack();
    Money owed = books.payable();
    gateway.misbehave("{\"path\":\"refunds\",\"kind\":\"status\",\"status\":400}");
    retry.handle(new RetryRefund.Command(officer, failed().id()));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(failed().gatewayRefund()).as("the gateway never took it").isNull();
    assertThat(books.payable()).isEqualTo(owed);

    retry.handle(new RetryRefund.Command(officer, failed().id()));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REFUNDED);
    assertThat(owed.minus(books.payable())).isEqualTo(usd(606));
    assertThat(books.loss(pledge)).isEqualTo(usd(0));
    assertThat(refunds.unresolved(paid())).isEmpty();
    books.hold();
  }

  @Test
  void whatIsOwedIsNotPaidTwiceWhereADisputeWasLostMeanwhile() throws Exception {
    begun(refundsLeft(), true, false);
    Money before = books.payable();
    sendBack();
    transaction.begin();
    retry.handle(new RetryRefund.Command(officer, failed().id()));
    books.loseMessage();
    transaction.commit();
    gateway.dispute(paid().charge());
    BooksFixtures.until(() -> !disputes.of(pledge).isEmpty());
    gateway.decide(disputes.of(pledge).get(0).id(), "lost");
    BooksFixtures.until(() -> disputes.of(pledge).get(0).state().equals("LOST"));
    assertThat(books.loss(pledge)).isEqualTo(usd(606));
    campaigns.pass(Duration.ofMinutes(5));

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGED_BACK);
    assertThat(books.payable()).isEqualTo(before);
    assertThat(books.loss(pledge)).as("606 went to the cardholder, once").isEqualTo(usd(0));
    assertThat(refunds.unresolved(paid())).isEmpty();
    books.hold();
  }

  @Test
  void whatIsRefusedAndGivenOtherwiseMeanwhileIsNotTriedAgain() throws Exception {
    gateway.misbehave("{\"path\":\"refunds\",\"kind\":\"status\",\"status\":400}");
    begun(part(303), false, false);
    begun(part(404), false, false);
    Refund refused = failed();
    assertThatThrownBy(() -> retry.handle(new RetryRefund.Command(officer, refused.id())))
        .isInstanceOfSatisfying(
            Refused.class,
            why -> assertThat(why.refusal()).isEqualTo(new PaymentRefused.TooMuch(usd(202))));
  }

  @Test
  void aPartIsGivenOnceThoughTheGatewayHasForgottenTheKey() throws Exception {
    transaction.begin();
    refunds.begin(
        pledges.lock(pledge), paid(), RefundReason.LATE, part(202), false, null, clock.instant());
    long id = newest();
    books.loseMessage();
    sql.change("UPDATE payment_refund SET asked_at = asked_at - INTERVAL 21 HOUR WHERE id = ?", id);
    transaction.commit();
    // the call of a process that died has reached the gateway, which knows its key no more
    gateway.refund(paid().intent(), 20_200, Ids.text(id));
    campaigns.pass(Duration.ofMinutes(3));

    assertThat(gateway.keptMinor(listing)).isEqualTo(80_400);
    assertThat(refunds.find(id).orElseThrow().state()).isEqualTo(RefundState.DONE);
    assertThat(books.escrow(listing)).isEqualTo(usd(800));
    books.hold();
  }

  @Test
  void aPartIsFoundThoughTheGatewayKeepsAFailureUnderItsKey() throws Exception {
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"refunds\",\"kind\":\"status_after\",\"status\":500}");
    begun(part(202), false, false);
    assertThat(refunds.find(newest()).orElseThrow().state()).isEqualTo(RefundState.DONE);
    assertThat(gateway.keptMinor(listing)).isEqualTo(80_400);
    books.hold();
  }

  /**
   * Begins to give back.
   *
   * @param lost whether nobody tells the gateway before the clock has passed the first asking
   */
  private void begun(Refunds.Part part, boolean whole, boolean lost) throws Exception {
    transaction.begin();
    refunds.begin(
        pledges.lock(pledge), paid(), RefundReason.LATE, part, whole, null, clock.instant());
    if (lost) {
      books.loseMessage();
    }
    transaction.commit();
    if (!lost) {
      campaigns.pass(Duration.ZERO);
    }
  }

  /** So many dollars of pledge and tip, in proportion. */
  private Refunds.Part part(long dollars) {
    return new Refunds.Part(usd(600), usd(6)).of(usd(dollars));
  }

  private Refunds.Part refundsLeft() {
    return refunds.left(paid());
  }

  /** The bank sends the newest refund back. */
  private void sendBack() {
    gateway.failRefund(refunds.find(newest()).orElseThrow().gatewayRefund());
    campaigns.pass(Duration.ofMinutes(1));
  }

  private String gatewayRefund(String which) {
    return sql.one(
            "SELECT gateway_refund FROM payment_refund WHERE pledge = ? AND " + which,
            row -> row.getString(1),
            pledge.value())
        .orElseThrow();
  }

  private long newest() {
    return sql.number("SELECT MAX(id) FROM payment_refund WHERE pledge = ?", pledge.value());
  }

  private Refund failed() {
    return refunds.unresolved(paid()).get(0);
  }

  private Attempt paid() {
    return attempts.paid(pledge).orElseThrow();
  }
}
