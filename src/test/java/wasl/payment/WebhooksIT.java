package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.outbox.Messages;
import wasl.party.Actor;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Ids;
import wasl.shared.Sql;

/** Webhooks over real HTTP: forged ones are refused, good ones work once. */
@ExtendWith(ArquillianExtension.class)
class WebhooksIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
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

  @Test
  void threeTimesInAnyOrderAndAtOnceHasOneEffect() throws Exception {
    Actor investor = campaigns.investor();
    ListingId listing = campaigns.live(1_000);
    PledgeId pledge = gateway.pledged(investor, listing, 1_000, 4, GatewayFixtures.GOOD);
    campaigns.passDeadline(listing);
    Attempt paid = attempts.paid(pledge).orElseThrow();

    List<Callable<Integer>> works = new ArrayList<>();
    for (int time = 0; time < 3; time++) {
      for (Map.Entry<String, String> told :
          Map.of(
                  "payment_intent.created", paid.intent(),
                  "payment_intent.succeeded", paid.intent(),
                  "payment_intent.payment_failed", paid.intent(),
                  "charge.succeeded", paid.charge(),
                  "charge.updated", paid.charge())
              .entrySet()) {
        // each third time under another id, as if the gateway had told of it anew
        String id = event + told.getKey() + (time == 2 ? "again" : "");
        String body = body(id, told.getKey(), told.getValue());
        works.add(() -> post(body, header(now(), body, secret())));
      }
    }
    Collections.shuffle(works);
    assertThat(together.all(works)).containsOnly(200);
    BooksFixtures.until(() -> messages.pending() == 0);

    assertThat(gateway.state(pledge)).isEqualTo(PledgeState.COLLECTED);
    books.chargedOnce(pledge);
    books.agreeWithTheGateway(listing);
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
