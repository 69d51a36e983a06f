package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wasl.money.Currency.EUR;
import static wasl.money.Currency.USD;
import static wasl.payment.CampaignFixtures.usd;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingFacts;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.party.Actor;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeState;
import wasl.pledge.PledgeTotals;
import wasl.pledge.PublicNames;
import wasl.shared.PublicUrl;
import wasl.shared.Refused;
import wasl.shared.Sql;

/**
 * Charging at the deadline against the real database and a gateway over real HTTP that answers, is
 * silent, or answers wrongly: a card is charged at most once, and nothing is guessed.
 */
@ExtendWith(ArquillianExtension.class)
class ChargingIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Attempts attempts;
  @Inject private Repairs repairs;
  @Inject private Cards cards;
  @Inject private SettledCurrencies settled;
  @Inject private PublicNames names;
  @Inject private PledgeQueries pledges;
  @Inject private ListingQueries listings;
  @Inject private Sql sql;
  @Inject private RememberCharges remember;
  @Inject private PayNow payNow;
  @Inject private ComeBack comeBack;
  @Inject private SettleAttempt settle;
  @Inject private RefundTerms terms;
  @Inject private Together together;

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
    settled.learn(Set.of("USD", "EUR"));
    gateway.behave();
  }

  @Test
  void collectsAtTheDeadlineAndBooksPledgeTipAndFee() throws Exception {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 5, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(books.escrow(listing)).isEqualTo(usd(1_000));
    assertThat(books.tips(listing)).isEqualTo(usd(5));
    books.chargedOnce(pledge);
    books.agreeWithTheGateway(listing);
    toldAgainByAllAtOnce(attempts.paid(pledge).orElseThrow());

    campaigns.passWindow(listing);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.FUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(1_000));
    assertThat(books.tips(listing)).isEqualTo(usd(0));
  }

  /** The answer, the webhook and the sweep may all say at the same moment that it is paid. */
  private void toldAgainByAllAtOnce(Attempt paid) throws Exception {
    long at = gateway.charges(paid.pledge()).get(0).getJsonNumber("created").longValue();
    ChargeOutcome again =
        new ChargeOutcome.Paid(paid.intent(), paid.charge(), Instant.ofEpochSecond(at), paid.fee());
    together.times(
        4,
        () -> {
          settle.handle(new SettleAttempt.Command(Actor.SYSTEM, paid.id(), again));
          return true;
        });
    assertThat(gateway.state(paid.pledge())).isEqualTo(PledgeState.COLLECTED);
    assertThat(terms.refunds(paid.pledge())).as("collected once").isEmpty();
    books.chargedOnce(paid.pledge());
  }

  @Test
  void namesThoseWhoWishItOnceFundedAndFromFiveInvestorsOn() {
    for (int i = 1; i <= 5; i++) {
      Actor one = campaigns.investor();
      gateway.pledged(one, listing, 250, 0, GatewayFixtures.GOOD);
      sql.change("UPDATE party SET name = ? WHERE id = ?", "Dalia " + i, one.party().value());
      sql.change(
          "UPDATE pledge SET public_name = ? WHERE investor = ?", i % 2, one.party().value());
    }
    campaigns.passDeadline(listing);
    assertThat(publicNames()).as("sums still move").isEmpty();
    campaigns.passWindow(listing);
    assertThat(publicNames()).containsExactly("Dalia 1", "Dalia 3", "Dalia 5");

    ListingFacts facts = listings.facts(listing);
    PledgeTotals four = new PledgeTotals(usd(1_000), usd(0), usd(1_000), 4);
    assertThat(names.of(facts, four)).as("four are too few to hide among").isEmpty();
  }

  private List<String> publicNames() {
    ListingFacts facts = listings.facts(listing);
    return names.of(facts, pledges.totals(facts));
  }

  @Test
  void promisesAndChargesNothingInACurrencyThatTheAccountDoesNotSettleIn() {
    assertThat(settled.known()).as("asked at the start").contains(EnumSet.of(USD, EUR));
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    settled.learn(Set.of("EUR"));
    ListingId other = campaigns.live(1_000);
    assertThatThrownBy(() -> gateway.started(campaigns.investor(), other, 50, 0))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(new PledgeRefused.NotSettled(USD)));

    campaigns.passDeadline(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);
    assertThat(attempts.last(pledge)).isEmpty();

    settled.learn(Set.of("USD"));
    campaigns.pass(Duration.ofHours(1));
    remember.handle(new RememberCharges.Command(Actor.SYSTEM));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
  }

  @Test
  void promisesButChargesNothingWhileTheCurrenciesAreNotKnown() {
    settled.learn(null);
    gateway.misbehave("{\"path\":\"balance\",\"kind\":\"status\",\"status\":500,\"times\":1000}");
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);
    assertThat(attempts.last(pledge)).isEmpty();

    gateway.behave();
    campaigns.pass(Duration.ofHours(1));
    remember.handle(new RememberCharges.Command(Actor.SYSTEM));
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(settled.known()).contains(EnumSet.of(USD, EUR));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
  }

  @Test
  void chargesOnceThoughTheGatewayHangsBeforeAndAfterBooking() {
    chargesOnceDespite(
        "{\"path\":\"payment_intents\",\"kind\":\"hang\",\"millis\":5000,\"times\":2}",
        "{\"path\":\"payment_intents\",\"kind\":\"hang_after\",\"millis\":5000,\"times\":2}");
  }

  @Test
  void chargesOnceThoughTheConnectionBreaksBeforeAndAfterBooking() {
    chargesOnceDespite(
        "{\"path\":\"payment_intents\",\"kind\":\"drop_before\",\"times\":4}",
        "{\"path\":\"payment_intents\",\"kind\":\"drop_after\",\"times\":4}");
  }

  @Test
  void chargesOnceThoughTheGatewayAnswersErrorsBeforeAndAfterBooking() {
    chargesOnceDespite(
        "{\"path\":\"payment_intents\",\"kind\":\"status_after\",\"status\":500,\"times\":4}",
        "{\"path\":\"payment_intents\",\"kind\":\"status\",\"status\":500,\"times\":4}",
        "{\"path\":\"payment_intents\",\"kind\":\"status\",\"status\":429,\"times\":3}");
  }

  /** Two pledges; some of the faults meet the charge, others the question for it. */
  private void chargesOnceDespite(String... faults) {
    PledgeId one = gateway.pledged(investor, listing, 600, 0, GatewayFixtures.GOOD);
    PledgeId other = gateway.pledged(investor, listing, 400, 3, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    for (String fault : faults) {
      gateway.misbehave(fault);
    }
    campaigns.passDeadline(listing);
    campaigns.pass(Duration.ofHours(1));

    assertThat(gateway.state(one)).isEqualTo(PledgeState.COLLECTED);
    assertThat(gateway.state(other)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(one);
    books.chargedOnce(other);
    books.agreeWithTheGateway(listing);
  }

  @Test
  void staysChargingAndTriesNothingNewWhileNobodyKnows() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_after\",\"times\":1000}");
    campaigns.passDeadline(listing);

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);
    assertThat(attempts.last(pledge).orElseThrow().state()).isEqualTo(AttemptState.UNKNOWN);
    assertThat(gateway.charges(pledge)).hasSize(1);
    assertThat(books.escrow(listing)).isEqualTo(usd(0));

    // not even the end of the window decides what is not known
    campaigns.skipWindow(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(1);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.COLLECTING);

    gateway.behave();
    campaigns.pass(Duration.ofHours(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.FUNDED);
    books.chargedOnce(pledge);
    books.agreeWithTheGateway(listing);
  }

  /** Sent again under the same key, it is the same charge that the late call then meets. */
  @Test
  void staysChargingWhileACallIsOnItsWayAndChargesOnce() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave(
        "{\"path\":\"payment_intents\",\"kind\":\"hang\",\"millis\":6000,\"times\":2}");
    final long sent = System.nanoTime();
    campaigns.passDeadline(listing);
    campaigns.pass(Duration.ofMinutes(5));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    // until both late calls have come to work too
    BooksFixtures.until(() -> System.nanoTime() - sent > 10_000_000_000L);
    books.chargedOnce(pledge);
    books.agreeWithTheGateway(listing);
  }

  @Test
  void aDeclineIsRepairedByAnotherCard() {
    PledgeId good = gateway.pledged(investor, listing, 800, 0, GatewayFixtures.GOOD);
    PledgeId bad = gateway.pledged(investor, listing, 200, 2, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);

    assertThat(gateway.state(good)).isEqualTo(PledgeState.COLLECTED);
    assertThat(gateway.state(bad)).isEqualTo(PledgeState.REPAIR);
    assertThat(repairs.find(bad).orElseThrow().reason()).isEqualTo(DeclineReason.DECLINED);
    assertThat(gateway.charges(bad)).isEmpty();
    assertThat(books.escrow(listing)).isEqualTo(usd(800));

    gateway.saveCard(bad, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    assertThat(gateway.state(bad)).isEqualTo(PledgeState.COLLECTED);
    assertThat(attempts.last(bad).orElseThrow().number()).isEqualTo(2);
    books.chargedOnce(bad);
    books.agreeWithTheGateway(listing);
  }

  @Test
  void aSoftDeclineIsTriedAgainByItselfOnItsDays() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    String card = cards.card(pledge).orElseThrow().paymentMethod();
    gateway.issuer(card, "insufficient_funds", 2);
    campaigns.passDeadline(listing);
    assertThat(repairs.find(pledge).orElseThrow().reason())
        .isEqualTo(DeclineReason.INSUFFICIENT_FUNDS);

    campaigns.pass(Duration.ofHours(25));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(2);

    campaigns.pass(Duration.ofHours(48));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(3);
    books.chargedOnce(pledge);
  }

  @Test
  void neverTriesACardAgainWhoseBankForbidsIt() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.issuer(cards.card(pledge).orElseThrow().paymentMethod(), "stolen_card", 1);
    campaigns.passDeadline(listing);
    assertThat(repairs.find(pledge).orElseThrow().reason()).isEqualTo(DeclineReason.LOST_OR_STOLEN);

    campaigns.pass(Duration.ofDays(7).plusHours(12));
    assertThat(attempts.last(pledge).orElseThrow().number()).isEqualTo(1);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
  }

  @Test
  void whoseBankAsksConfirmsThereAndPays() {
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.ASKS_ALWAYS);
    campaigns.passDeadline(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    assertThat(repairs.find(pledge).orElseThrow().reason()).isEqualTo(DeclineReason.AUTHENTICATION);

    String bank =
        payNow
            .handle(new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back"))
            .orElseThrow();
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);
    gateway.authenticate(bank, "approve");
    comeBack.handle(new ComeBack.Command(investor, gateway.view(pledge).payToken()));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
    books.agreeWithTheGateway(listing);
  }

  @Test
  void whatIsNotRepairedInTheWindowIsDropped() {
    PledgeId good = gateway.pledged(investor, listing, 800, 0, GatewayFixtures.GOOD);
    PledgeId bad = gateway.pledged(investor, listing, 200, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    campaigns.skipWindow(listing);

    assertThat(gateway.state(good)).isEqualTo(PledgeState.COLLECTED);
    assertThat(gateway.state(bad)).isEqualTo(PledgeState.DROPPED);
    assertThat(gateway.charges(bad)).isEmpty();
    assertThat(campaigns.state(listing)).isEqualTo(ListingState.FUNDED);
    assertThat(books.escrow(listing)).isEqualTo(usd(800));
  }
}
