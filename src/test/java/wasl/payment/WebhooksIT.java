package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static wasl.payment.CampaignFixtures.usd;
import static wasl.payment.SignedEvents.body;
import static wasl.payment.SignedEvents.header;
import static wasl.payment.SignedEvents.mac;
import static wasl.payment.SignedEvents.now;
import static wasl.payment.SignedEvents.secret;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.finance.AskRefund;
import wasl.finance.RefundCause;
import wasl.listing.ListingId;
import wasl.money.Money;
import wasl.outbox.Messages;
import wasl.party.Actor;
import wasl.party.PartyId;
import wasl.party.Role;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.Lang;
import wasl.shared.Sql;

/** Webhooks over real HTTP: forged ones are refused, good ones work once. */
@ExtendWith(ArquillianExtension.class)
class WebhooksIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private Invariants invariants;
  @Inject private AskRefund ask;
  @Inject private Attempts attempts;
  @Inject private Webhooks webhooks;
  @Inject private Messages messages;
  @Inject private Together together;
  @Inject private Sql sql;

  private final String event = "evt_" + Ids.text(Ids.next());

  @BeforeEach
  @AfterEach
  void behave() {
    gateway.behave();
  }

  @Test
  void aForgedOneIsRefusedAndNotKept() {
    long before = stored();
    String body = body(event, "payment_intent.succeeded", "pi_nobody");
    long now = now();
    String good = secret();
    List<String> forged = new ArrayList<>();
    forged.add(header(now, body + " ", good));
    forged.add(header(now - 301, body, good));
    forged.add(header(now + Duration.ofDays(1).toSeconds(), body, good));
    forged.add(header(now, body, "whsec_other"));
    forged.add("t=" + now + ",v0=" + mac(now, body, good));
    forged.add("t=" + now);
    forged.add("v1=" + mac(now, body, good));
    forged.add("t=99999999999999999999,v1=00");
    forged.add("nonsense");
    for (String header : forged) {
      assertThat(post(body, header)).as(header).isEqualTo(400);
    }
    assertThat(post(body, null)).isEqualTo(400);
    assertThat(post(altered(body), header(now, body, good))).isEqualTo(400);
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void whatIsSignedAndNoEventIsRefused() {
    long before = stored();
    for (String body : List.of("", "[]", "{}", "{\"id\":1}", "{\"id\":\"evt\",\"type\":\"x\"}")) {
      assertThat(post(body, header(now(), body, secret()))).as(body).isEqualTo(400);
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void oneThatIsToldOftenAndAtOnceIsKeptOnce() throws Exception {
    String body = body(event, "payment_intent.succeeded", "pi_nobody");
    List<Integer> answers = together.times(8, () -> post(body, header(now(), body, secret())));
    assertThat(answers).containsOnly(200);
    assertThat(webhooks.find(event)).isPresent();
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM outbox_message WHERE handler = 'payment.webhook'"
                    + " AND payload LIKE ?",
                "%" + event + "%"))
        .isEqualTo(1);
  }

  /** All that the gateway has told of charges, a refund and a dispute, told again in a muddle. */
  @Test
  void eachThreeTimesInAnyOrderOnEightThreadsChangesNothing() throws Exception {
    ListingId listing = campaigns.live(1_000);
    PledgeId kept = pledged(listing, 600, 4);
    PledgeId part = pledged(listing, 300, 0);
    PledgeId lost = pledged(listing, 100, 1);
    campaigns.passDeadline(listing);
    givenBack(part, usd(100));
    String dispute = gateway.dispute(attempts.paid(lost).orElseThrow().charge());
    campaigns.pass(Duration.ofMinutes(1));
    gateway.decide(dispute, "lost");
    campaigns.pass(Duration.ofMinutes(1));
    final Map<Long, String> journals = invariants.journals(listing);
    assertThat(journals).as("three charges, their fees, a refund, a dispute").hasSize(10);

    List<Callable<Integer>> tellings = new ArrayList<>();
    for (String object : gateway.objects(listing)) {
      for (String kind : GatewayFixtures.kinds(object)) {
        for (int time = 0; time < 3; time++) {
          // each third time under another id, as if the gateway had told of it anew
          String id = event + object + kind + (time == 2 ? "again" : "");
          tellings.add(() -> gateway.tell(id, kind, object));
        }
      }
    }
    assertThat(tellings).as("kinds of events, thrice").hasSize(3 * (3 * 9 + 4 + 3));
    Collections.shuffle(tellings);
    List<Callable<List<Integer>>> threads = new ArrayList<>();
    for (int thread = 0; thread < 8; thread++) {
      int first = thread;
      threads.add(
          () -> {
            List<Integer> answers = new ArrayList<>();
            for (int i = first; i < tellings.size(); i += 8) {
              answers.add(tellings.get(i).call());
            }
            return answers;
          });
    }
    assertThat(together.all(threads)).allSatisfy(answers -> assertThat(answers).containsOnly(200));
    BooksFixtures.until(() -> messages.pending() == 0);

    assertThat(invariants.journals(listing)).isEqualTo(journals);
    assertThat(gateway.state(kept)).isEqualTo(PledgeState.COLLECTED);
    assertThat(gateway.state(part)).isEqualTo(PledgeState.COLLECTED);
    assertThat(gateway.state(lost)).isEqualTo(PledgeState.CHARGED_BACK);
    books.chargedOnce(kept);
    assertThat(books.escrow(listing)).isEqualTo(usd(800));
    assertThat(invariants.broken(List.of(listing))).isEmpty();
  }

  /** Nothing but events brings a dispute: here all of it is over before the first one comes. */
  @Test
  void inEachOrderADisputeEndsTheSame() {
    ListingId listing = campaigns.live(600);
    List<List<Integer>> orders =
        List.of(
            List.of(0, 1, 2),
            List.of(0, 2, 1),
            List.of(1, 0, 2),
            List.of(1, 2, 0),
            List.of(2, 0, 1),
            List.of(2, 1, 0));
    List<PledgeId> pledges = orders.stream().map(order -> pledged(listing, 100, 0)).toList();
    campaigns.passDeadline(listing);
    gateway.misbehave("{\"events\":\"off\"}");
    for (int i = 0; i < pledges.size(); i++) {
      String dispute = gateway.dispute(attempts.paid(pledges.get(i)).orElseThrow().charge());
      gateway.decide(dispute, "lost");
      List<String> kinds = GatewayFixtures.kinds(dispute);
      for (int time = 0; time < 3; time++) {
        for (int kind : orders.get(i)) {
          String id = event + dispute + kind + (time == 2 ? "again" : "");
          assertThat(gateway.tell(id, kinds.get(kind), dispute)).isEqualTo(200);
        }
      }
    }
    BooksFixtures.until(() -> messages.pending() == 0);
    for (PledgeId pledge : pledges) {
      assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGED_BACK);
      for (String type : List.of("DISPUTE_OPENED", "DISPUTE_FEE", "DISPUTE_LOST")) {
        assertThat(books.journals(pledge, type)).as(type).isEqualTo(1);
      }
    }
    assertThat(books.escrow(listing)).isEqualTo(usd(0));
  }

  private PledgeId pledged(ListingId listing, long dollars, long tip) {
    return gateway.pledged(campaigns.investor(), listing, dollars, tip, GatewayFixtures.GOOD);
  }

  private void givenBack(PledgeId pledge, Money amount) {
    ask.handle(
        new AskRefund.Command(
            new Actor(PartyId.next(), Set.of(Role.FINANCE), null, Lang.EN, false),
            pledge,
            amount,
            RefundCause.RIGHT,
            "The investor has asked for it.",
            Ids.text(Ids.next())));
  }

  @Test
  void theyAloneBringWhatNoAnswerBrought() {
    Actor investor = campaigns.investor();
    ListingId listing = campaigns.live(1_000);
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"shuffle\",\"millis\":300}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_after\",\"times\":2}");
    campaigns.passDeadline(listing);
    BooksFixtures.until(() -> gateway.state(pledge) == PledgeState.COLLECTED);
    books.chargedOnce(pledge);
    books.agreeWithTheGateway(listing);
  }

  @Test
  void aDisputeThatIsToldBeforeItsChargeIsKnownIsLookedAtAgain() {
    ListingId listing = campaigns.live(1_000);
    PledgeId pledge =
        gateway.pledged(campaigns.investor(), listing, 1_000, 0, GatewayFixtures.GOOD);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave("{\"path\":\"payment_intents\",\"kind\":\"drop_after\",\"times\":1000}");
    campaigns.passDeadline(listing);
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.CHARGING);

    String dispute = gateway.dispute(gateway.charges(pledge).get(0).getString("id"));
    assertThat(gateway.tell(event, "charge.dispute.created", dispute)).isEqualTo(200);
    BooksFixtures.until(
        () ->
            sql.number(
                    "SELECT COUNT(*) FROM outbox_message WHERE handler = 'payment.webhook'"
                        + " AND payload LIKE ? AND (last_error IS NOT NULL OR state = 'DONE')",
                    "%" + event + "%")
                == 1);
    assertThat(
            sql.number(
                "SELECT COUNT(*) FROM payment_webhook WHERE event = ? AND processed_at IS NULL",
                event))
        .as("it is not done with")
        .isEqualTo(1);

    gateway.behave();
    campaigns.pass(Duration.ofMinutes(1));
    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.DISPUTED);
    books.chargedOnce(pledge);
    assertThat(books.journals(pledge, "DISPUTE_OPENED")).isEqualTo(1);
  }

  private static String altered(String body) {
    return body.replace("pi_nobody", "pi_nobodz");
  }

  private int post(String body, String header) {
    return gateway.tell(body, header);
  }

  private long stored() {
    return sql.number("SELECT COUNT(*) FROM payment_webhook");
  }
}
