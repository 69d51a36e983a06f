package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import wasl.party.CurrentActor;
import wasl.payment.GoToGateway;
import wasl.payment.PaymentRefused;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;

/**
 * {@code /pay/{token}}: leads to the gateway's page where the card is saved. Shown itself only
 * while the gateway is slow or down, when the pledge is kept.
 */
@Named
@RequestScoped
public class PayPage {

  @Inject private GoToGateway go;
  @Inject private PledgeQueries pledges;
  @Inject private CurrentActor current;

  private String token;
  private PledgeView pledge;

  /** Leads on, unless the gateway does not answer. */
  public void load() {
    String back = "/pay/" + token + "/back";
    try {
      Optional<String> page =
          go.handle(new GoToGateway.Command(current.get(), token, PageLinks.here().absolute(back)));
      PageLinks.here().go(page.orElse(back));
    } catch (Refused refused) {
      if (!(refused.refusal() instanceof PaymentRefused.GatewayDown)) {
        throw refused;
      }
      pledge = pledges.opened(token);
    }
  }

  public PledgeView getPledge() {
    return pledge;
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }
}
