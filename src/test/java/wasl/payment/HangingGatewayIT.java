package wasl.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.listing.ListingId;
import wasl.listing.ListingQueries;
import wasl.listing.ListingState;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeState;
import wasl.sandbox.clock.SandboxClock;
import wasl.shared.Lang;

/** A gateway that does not answer holds up what needs its answer, and nothing else. */
@ExtendWith(ArquillianExtension.class)
class HangingGatewayIT {

  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private GatewayProbes probes;
  @Inject private ListingQueries listings;
  @Inject private SandboxClock clock;

  @BeforeEach
  @AfterEach
  void behave() {
    probes.enough();
    gateway.behave();
  }

  @Test
  void workThatDoesNotNeedTheGatewayGoesOnWhileItHangs() {
    ListingId listing = campaigns.live(1_000);
    gateway.misbehave("{\"path\":\"balance\",\"kind\":\"hang\",\"millis\":20000,\"times\":1000}");
    probes.ask();
    BooksFixtures.until(() -> probes.asking() == GatewayProbes.ALL);
    // nobody but the server's own jobs does what is due now
    clock.moveTo(listings.facts(listing).deadline().plusMillis(10));
    BooksFixtures.until(() -> campaigns.state(listing) == ListingState.UNFUNDED);
    assertThat(probes.asking()).isEqualTo(GatewayProbes.ALL);
  }

  @Test
  void campaignsThatWaitForTheGatewayKeepNoOtherFromItsEnd() {
    List<ListingId> waiting = IntStream.range(0, 20).mapToObj(i -> campaigns.live(1_000)).toList();
    List<PledgeId> started = waiting.stream().map(this::startedAtTheGateway).toList();
    ListingId last = campaigns.live(1_000);
    Instant deadline = listings.facts(last).deadline();
    gateway.misbehave("{\"events\":\"off\"}");
    gateway.misbehave(
        "{\"path\":\"checkout\",\"kind\":\"status\",\"status\":500,\"times\":100000}");
    campaigns.jump(deadline);
    assertThat(campaigns.state(last)).isEqualTo(ListingState.UNFUNDED);
    assertThat(waiting).extracting(campaigns::state).containsOnly(ListingState.LIVE);

    gateway.behave();
    campaigns.pass(Duration.ofMinutes(6));
    assertThat(waiting).extracting(campaigns::state).containsOnly(ListingState.UNFUNDED);
    assertThat(started).extracting(gateway::state).containsOnly(PledgeState.EXPIRED);
  }

  private PledgeId startedAtTheGateway(ListingId listing) {
    PledgeId pledge = gateway.started(campaigns.investor(), listing, 50, 0);
    gateway.gatewayPage(pledge, Lang.EN);
    return pledge;
  }
}
