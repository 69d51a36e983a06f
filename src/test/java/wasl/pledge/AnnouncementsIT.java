package wasl.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.payment.Together;
import wasl.shared.Lang;
import wasl.shared.Sql;

/** Two days before cancelling ends every investor is told of the charge, once. */
@ExtendWith(ArquillianExtension.class)
class AnnouncementsIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private Together together;
  @Inject private AnnounceCharges announce;
  @Inject private CancelPledge cancel;
  @Inject private ChangePledge change;
  @Inject private Sql sql;
  @Inject private Clock clock;

  private ListingId listing;

  @BeforeEach
  void aCampaign() {
    gateway.behave();
    listing = campaigns.live(1_000);
  }

  @Test
  void tellsAmountDateAndNameOnceInTheReadersLanguage() {
    Actor kurd = campaigns.investor("US", Lang.CKB);
    Actor arab = campaigns.investor("SE", Lang.AR);
    PledgeId first = gateway.pledged(kurd, listing, 600, 1, GatewayFixtures.GOOD);
    PledgeId second = gateway.pledged(arab, listing, 400, 0, GatewayFixtures.GOOD);
    Instant cancelUntil = gateway.view(first).cancelUntil();

    campaigns.passInstant(cancelUntil.minus(Duration.ofDays(2)).minusSeconds(600));
    assertThat(told(first)).isZero();
    campaigns.passInstant(cancelUntil.minus(Duration.ofDays(2)));
    assertThat(told(first)).isEqualTo(1);
    assertThat(told(second)).isEqualTo(1);
    assertThat(text(kurd)).contains("601", "WASL* DEMO");
    assertThat(text(arab)).contains("400", "WASL* DEMO", "بطاقتكم");

    campaigns.passDeadline(listing);
    assertThat(told(first)).isEqualTo(1);
    assertThat(gateway.state(first)).isEqualTo(PledgeState.COLLECTED);
  }

  @Test
  void tellsAnewOnceAPauseHasMovedTheDate() {
    PledgeId pledge = gateway.pledged(campaigns.investor(), listing, 50, 0, GatewayFixtures.GOOD);
    campaigns.passInstant(gateway.view(pledge).cancelUntil().minus(Duration.ofDays(2)));
    assertThat(told(pledge)).isEqualTo(1);

    campaigns.suspend(listing);
    campaigns.pass(Duration.ofDays(5));
    assertThat(told(pledge)).isEqualTo(1);
    campaigns.resume(listing);
    campaigns.pass(Duration.ZERO);
    assertThat(told(pledge)).isEqualTo(2);
    campaigns.passDeadline(listing);
    assertThat(told(pledge)).isEqualTo(2);
  }

  @Test
  void tellsAnewWhoeverHasChangedTheAmountOrTheTip() {
    Actor investor = campaigns.investor();
    PledgeId pledge = gateway.pledged(investor, listing, 100, 1, GatewayFixtures.GOOD);
    campaigns.passInstant(gateway.view(pledge).cancelUntil().minus(Duration.ofDays(2)));
    assertThat(told(pledge)).isEqualTo(1);

    Money amount = CampaignFixtures.usd(100);
    Money tip = CampaignFixtures.usd(500);
    change.handle(new ChangePledge.Command(investor, pledge, amount, tip, true));
    campaigns.pass(Duration.ZERO);
    assertThat(told(pledge)).isEqualTo(2);
    assertThat(text(investor, "PLEDGE_CHANGED")).contains("600");
  }

  /** The mail's link saves a card without signing in; what stands in the application needs none. */
  @Test
  void whoHasYetToSaveACardReadsSoInTheApplicationToo() {
    Actor investor = campaigns.investor();
    PledgeId pledge = gateway.started(investor, listing, 50, 0);
    campaigns.pass(Duration.ZERO);
    assertThat(
            sql.list(
                "SELECT path FROM notice WHERE party_id = ? AND kind = 'PLEDGE_PLACED'",
                row -> row.getString(1),
                investor.party().value()))
        .containsExactly("/my/pledges/" + pledge);
  }

  @Test
  void tellsAtOnceWhoeverPledgesLater() {
    campaigns.pass(Duration.ofDays(6));
    PledgeId late = gateway.pledged(campaigns.investor(), listing, 50, 0, GatewayFixtures.GOOD);
    campaigns.pass(Duration.ZERO);
    assertThat(told(late)).isEqualTo(1);
  }

  @Test
  void tellsNobodyWhoHasLeft() {
    Actor investor = campaigns.investor();
    PledgeId left = gateway.pledged(investor, listing, 50, 0, GatewayFixtures.GOOD);
    PledgeId waits = gateway.started(investor, listing, 50, 0);
    cancel.handle(new CancelPledge.Command(investor, left));
    campaigns.pass(Duration.ofDays(4));
    assertThat(told(left)).isZero();
    assertThat(told(waits)).isZero();
  }

  @Test
  void tellsOnceThoughSeveralNodesAreAtIt() throws Exception {
    PledgeId pledge = gateway.pledged(campaigns.investor(), listing, 50, 0, GatewayFixtures.GOOD);
    Instant then = gateway.view(pledge).cancelUntil();
    together.times(4, () -> announce.doDue(then));
    assertThat(told(pledge)).isEqualTo(1);
  }

  private long told(PledgeId pledge) {
    return sql.number(
        "SELECT COUNT(*) FROM outbox_message WHERE handler = 'notice.charge-announced'"
            + " AND payload LIKE ?",
        "%" + pledge.value() + "%");
  }

  /** What an investor reads in the application, and has got by mail. */
  private String text(Actor investor) {
    return text(investor, "CHARGE_ANNOUNCED");
  }

  private String text(Actor investor, String kind) {
    return sql.one(
            "SELECT text_"
                + investor.lang().code()
                + " FROM notice n JOIN outbox_message m ON m.id = n.message_id AND m.state = 'DONE'"
                + " WHERE n.party_id = ? AND n.kind = ?",
            row -> row.getString(1),
            investor.party().value(),
            kind)
        .orElseThrow();
  }
}
