package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;
import wasl.shared.PublicUrl;
import wasl.shared.Refused;

/**
 * The investor goes to the gateway's page to save a card: for a started pledge, for one in repair,
 * or to take another card while the pledge can be changed. Calls the gateway: no transaction.
 */
@ApplicationScoped
public class GoToGateway {

  @Inject private PledgeQueries pledges;
  @Inject private CheckoutVisits visits;

  /**
   * @param token names the pledge and opens it
   */
  public record Command(String token, Lang lang) {}

  /**
   * The gateway's page.
   *
   * @return nothing where the pledge's state takes no card
   * @throws Refused {@code PledgeRefused.NotFound}; {@link PaymentRefused.GatewayDown} where the
   *     gateway is slow or down: the pledge is kept
   */
  public Optional<String> handle(Command command) {
    PledgeView pledge = pledges.opened(command.token());
    boolean takesCard =
        switch (pledge.state()) {
          case STARTED, REPAIR, REFLECTING, FIRM -> true;
          default -> false;
        };
    if (!takesCard) {
      return Optional.empty();
    }
    String here = here(command.lang(), command.token());
    try {
      return Optional.of(visits.open(pledge, here + "/back", here + "/back"));
    } catch (GatewaySilent silent) {
      throw new Refused(new PaymentRefused.GatewayDown());
    }
  }

  static String here(Lang lang, String token) {
    return PublicUrl.value() + "/" + lang.code() + "/pay/" + token;
  }
}
