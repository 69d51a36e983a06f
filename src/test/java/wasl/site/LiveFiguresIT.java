package wasl.site;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payment.BooksFixtures;
import wasl.payment.CampaignFixtures;
import wasl.payment.GatewayFixtures;
import wasl.pledge.CancelPledge;

@ExtendWith(ArquillianExtension.class)
class LiveFiguresIT {

  @Inject private LiveFigures figures;
  @Inject private CampaignFixtures campaigns;
  @Inject private GatewayFixtures gateway;
  @Inject private CancelPledge cancel;

  @Test
  void tellAPublishedListingAndItsPledge() {
    gateway.behave();
    var investor = campaigns.investor();
    LiveFigures.Figures first = figures.now();

    var pledge = gateway.pledged(investor, campaigns.live(1_000), 37, 0, GatewayFixtures.GOOD);
    BooksFixtures.until(
        () ->
            figures.now().published() == first.published() + 1
                && dollars(figures.now()) == dollars(first) + 3_700);

    cancel.handle(new CancelPledge.Command(investor, pledge));
    BooksFixtures.until(() -> dollars(figures.now()) == dollars(first));
  }

  private static long dollars(LiveFigures.Figures figures) {
    return figures.pledged().stream()
        .filter(sum -> sum.currency() == Currency.USD)
        .mapToLong(Money::amountMinor)
        .sum();
  }
}
