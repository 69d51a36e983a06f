package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.party.Actor;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Refused;
import wasl.shared.Sql;

/** Whoever tries cards here one after the other does not get far, and learns nothing about them. */
@ExtendWith(ArquillianExtension.class)
class CardTestingIT {

  private static final String DECLINED = "4000000000000002";

  /** Two cards that no other test uses: what others did with theirs is remembered for a month. */
  private static final String OWN = "5555555555554444";

  private static final String OTHER = "4000056655665556";

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private LowerLimits limits;
  @Inject private PayNow payNow;
  @Inject private Cards cards;
  @Inject private CardTesting testing;
  @Inject private CardTrials trials;
  @Inject private Together together;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private Actor investor;
  private ListingId listing;

  @BeforeEach
  void aCampaign() {
    gateway.behave();
    limits.reset();
    investor = campaigns.investor();
    listing = campaigns.live(1_000);
  }

  @AfterEach
  void usualLimits() {
    limits.reset();
  }

  @Test
  void declinesWhenSavingEndTheVisitAndCloseTheForm() {
    limits.set(CardLimit.ACCOUNT_DECLINES_HOUR, 3);
    PledgeId pledge = gateway.started(investor, listing, 50, 0);
    String page = gateway.gatewayPage(pledge, Lang.EN).orElseThrow();
    for (int i = 0; i < 3; i++) {
      gateway.enterCard(page, DECLINED);
    }
    BooksFixtures.until(() -> declines() == 3);
    Instant until = tooMany(() -> gateway.gatewayPage(pledge, Lang.EN)).until();
    assertThat(until).isAfter(clock.instant()).isBefore(clock.instant().plusSeconds(3_601));
    // not even the page that was open takes a good card any more
    BooksFixtures.until(() -> cards.openVisits(pledge).isEmpty());
    gateway.enterCard(page, GatewayFixtures.GOOD);
    gateway.comeBack(pledge);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.STARTED);
    assertThat(openTasks("ACCOUNT:" + investor.party())).isEqualTo(1);

    // an officer who has closed it has seen these tries: they do not open it again
    sql.change(
        "UPDATE task SET open_mark = NULL, closed_by = 1, closed_at = ?, note = 'One family.'"
            + " WHERE kind = 'payment.task.CARD_TESTING' AND subject = ?",
        clock.instant(),
        "ACCOUNT:" + investor.party());
    tooMany(() -> gateway.gatewayPage(pledge, Lang.EN));
    assertThat(openTasks("ACCOUNT:" + investor.party())).isZero();

    // the pledge is kept, and an hour later a card is taken again
    campaigns.passInstant(until);
    gateway.saveCard(pledge, GatewayFixtures.GOOD);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.FIRM);
  }

  @Test
  void oneDeclineToldThreeTimesCountsOnce() {
    PledgeId pledge = gateway.started(investor, listing, 50, 0);
    gateway.misbehave("{\"events\":\"twice\"}");
    gateway.enterCard(gateway.gatewayPage(pledge, Lang.EN).orElseThrow(), DECLINED);
    BooksFixtures.until(() -> declines() > 0 && gateway.undelivered() == 0);
    campaigns.pass(Duration.ZERO);
    assertThat(declines()).isEqualTo(1);
  }

  @Test
  void declinesOfThePayFormCountToo() {
    limits.set(CardLimit.ACCOUNT_DECLINES_HOUR, 2);
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    PayNow.Command pay = new PayNow.Command(investor, pledge, PublicUrl.value() + "/en/back");
    payNow.handle(pay);
    payNow.handle(pay);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    assertThat(declines()).isEqualTo(2);
    tooMany(() -> payNow.handle(pay));
    tooMany(() -> gateway.gatewayPage(pledge, Lang.EN));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
  }

  @Test
  void aDeclineOfACardThatWasSavedToMendAChargeCountsToo() {
    limits.set(CardLimit.ACCOUNT_DECLINES_HOUR, 1);
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.DECLINED_LATER);
    campaigns.passDeadline(listing);
    assertThat(declines()).as("nobody tries a card at a deadline").isZero();

    gateway.saveCard(pledge, GatewayFixtures.DECLINED_LATER);
    campaigns.pass(Duration.ZERO);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.REPAIR);
    assertThat(declines()).isEqualTo(1);
    tooMany(() -> gateway.gatewayPage(pledge, Lang.EN));
  }

  @Test
  void aCardThatGoesRoundIsNotTaken() {
    limits.set(CardLimit.CARD_ACCOUNTS_MONTH, 2);
    assertThat(saved(campaigns.investor(), OWN)).isEqualTo(PledgeState.FIRM);
    Actor second = campaigns.investor();
    assertThat(saved(second, OWN)).isEqualTo(PledgeState.FIRM);

    PledgeId third = gateway.started(investor, listing, 50, 0);
    gateway.typeCard(third, OWN);
    assertThat(refusal(() -> comeBack(third))).isEqualTo(new PaymentRefused.CardNotTaken());
    assertThat(gateway.state(third)).isEqualTo(PledgeState.STARTED);
    assertThat(cards.card(third)).isEmpty();
    campaigns.pass(Duration.ZERO);
    assertThat(cards.toDetach(third)).as("cards that the gateway still keeps").isEmpty();

    // who has brought it before may bring it again; and another card is taken from the third
    assertThat(saved(second, OWN)).isEqualTo(PledgeState.FIRM);
    gateway.saveCard(third, OTHER);
    assertThat(gateway.state(third)).isEqualTo(PledgeState.FIRM);
  }

  /**
   * The webhook may ask between the moment at which another call wrote it down and its decision.
   */
  @Test
  void aCardThatSomebodyElseIsStillDecidingAboutIsNotTakenForSaved() {
    limits.set(CardLimit.CARD_ACCOUNTS_MONTH, 1);
    Actor first = campaigns.investor();
    PledgeId one = gateway.started(first, listing, 50, 0);
    PledgeId two = gateway.started(investor, listing, 50, 0);
    String fingerprint = "fp_" + one;
    assertThat(testing.takes(first.party(), one, card(one, fingerprint))).isTrue();
    CardTrials.Trial asked =
        new CardTrials.Trial(
            CardTrials.Kind.ASKED, investor.party(), two, null, fingerprint, "card-pm_" + two);
    trials.add(asked, clock.instant());

    StripeGateway.Card again = card(two, fingerprint);
    assertThat(testing.takes(investor.party(), two, again)).isFalse();
    assertThat(testing.takes(investor.party(), two, again)).as("once decided").isFalse();
  }

  private static StripeGateway.Card card(PledgeId pledge, String fingerprint) {
    return new StripeGateway.Card(
        "pm_" + pledge, "cus_1", "seti_1", "visa", "4242", "12/40", fingerprint);
  }

  @Test
  void whoComesAgainIsSentToTheSamePageUnlessInAnotherLanguage() {
    PledgeId pledge = gateway.started(investor, listing, 20, 0);
    String arabic = gateway.gatewayPage(pledge, Lang.AR).orElseThrow();
    String english = gateway.gatewayPage(pledge, Lang.EN).orElseThrow();

    assertThat(english).isNotEqualTo(arabic);
    assertThat(gateway.gatewayPage(pledge, Lang.AR)).contains(arabic);
    assertThat(gateway.gatewayPage(pledge, Lang.EN)).contains(english);
  }

  @Test
  void manyAtOnceAreNotMoreThanTheLimit() throws Exception {
    limits.set(CardLimit.ACCOUNT_VISITS_HOUR, 4);
    List<Callable<Boolean>> visits = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      PledgeId pledge = gateway.started(investor, listing, 20, 0);
      visits.add(() -> goesThrough(() -> gateway.gatewayPage(pledge, Lang.EN)));
    }
    long through = together.all(visits).stream().filter(went -> went).count();
    assertThat(through).isLessThanOrEqualTo(4);
    // what was refused does not count: the rest of the limit is still there
    for (long i = through; i < 4; i++) {
      PledgeId pledge = gateway.started(investor, listing, 20, 0);
      assertThat(gateway.gatewayPage(pledge, Lang.EN)).isPresent();
    }
    PledgeId last = gateway.started(investor, listing, 20, 0);
    tooMany(() -> gateway.gatewayPage(last, Lang.EN));
  }

  @Test
  void anAddressWithManyDeclinesIsClosedForAllAccountsAndOthersAreNot() {
    limits.set(CardLimit.ADDRESS_DECLINES_HOUR, 2);
    String thief = "203.0.113." + (1 + (investor.party().value() & 0x7f));
    for (int i = 0; i < 2; i++) {
      PledgeId pledge = gateway.started(campaigns.investor(), listing, 20, 0);
      gateway.enterCard(gateway.gatewayPage(pledge, thief).orElseThrow(), DECLINED);
      int declined = i + 1;
      BooksFixtures.until(() -> declinesAtAddressOf(pledge) >= declined);
    }
    PledgeId pledge = gateway.started(investor, listing, 20, 0);
    tooMany(() -> gateway.gatewayPage(pledge, thief));
    assertThat(gateway.gatewayPage(pledge, "198.51.100.7")).isPresent();
  }

  private PledgeState saved(Actor by, String card) {
    return gateway.state(gateway.pledged(by, listing, 20, 0, card));
  }

  private Object comeBack(PledgeId pledge) {
    gateway.comeBack(pledge);
    return pledge;
  }

  private boolean goesThrough(Callable<?> visit) throws Exception {
    try {
      visit.call();
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static PaymentRefused.TooManyCards tooMany(Callable<?> work) {
    return (PaymentRefused.TooManyCards) refusal(work);
  }

  private static Object refusal(Callable<?> work) {
    return catchThrowableOfType(Refused.class, work::call).refusal();
  }

  private long declines() {
    return sql.number(
        "SELECT COUNT(*) FROM payment_card_trial WHERE party = ? AND kind = 'DECLINED'",
        investor.party().value());
  }

  private long declinesAtAddressOf(PledgeId pledge) {
    return sql.number(
        "SELECT COUNT(*) FROM payment_card_trial WHERE kind = 'DECLINED' AND address ="
            + " (SELECT MAX(address) FROM payment_card_trial WHERE pledge = ?)",
        pledge.value());
  }

  private long openTasks(String subject) {
    return sql.number(
        "SELECT COUNT(*) FROM task WHERE kind = 'payment.task.CARD_TESTING' AND subject = ?"
            + " AND open_mark = 1",
        subject);
  }
}
