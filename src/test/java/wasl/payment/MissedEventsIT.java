package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.outbox.Messages;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.shared.Sql;

/** What the gateway could not tell is fetched, once, and has the effect of a webhook. */
@ExtendWith(ArquillianExtension.class)
class MissedEventsIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private BooksFixtures books;
  @Inject private MissedEvents missed;
  @Inject private Messages messages;
  @Inject private Attempts attempts;
  @Inject private Sql sql;

  @BeforeEach
  @AfterEach
  void behave() {
    gateway.behave();
  }

  @Test
  void fetchesWhatWasNotDeliveredAndThenHearsItAgainWithoutHarm() {
    ListingId listing = campaigns.live(1_000);
    PledgeId pledge =
        gateway.pledged(campaigns.investor(), listing, 1_000, 0, GatewayFixtures.GOOD);
    PledgeId saved = gateway.started(campaigns.investor(), listing, 100, 0);
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.typeCard(saved, GatewayFixtures.GOOD);
    assertThat(gateway.state(saved)).isEqualTo(PledgeState.STARTED);

    // a look at only the newest would find none of the session's
    gateway.typeCard(gateway.started(campaigns.investor(), listing, 50, 0), GatewayFixtures.GOOD);
    assertThat(missed.sweep(1, 2)).isGreaterThan(2);
    BooksFixtures.until(() -> gateway.state(saved) == PledgeState.FIRM);
    assertThat(missed.sweep()).isZero();

    long before = stored();
    gateway.behave();
    BooksFixtures.until(() -> gateway.undelivered() == 0);
    BooksFixtures.until(() -> messages.pending() == 0);
    assertThat(stored()).isEqualTo(before);
    campaigns.passDeadline(listing);
    books.chargedOnce(pledge);
    books.chargedOnce(saved);
    assertThat(attempts.last(saved).orElseThrow().number()).isEqualTo(1);
  }

  private long stored() {
    return sql.number("SELECT COUNT(*) FROM payment_webhook WHERE type LIKE 'checkout%'");
  }
}
