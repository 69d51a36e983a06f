package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import wasl.party.CurrentActor;
import wasl.payment.GoToGateway;
import wasl.payment.PaymentRefused;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Lang;
import wasl.shared.Refused;
import wasl.shared.web.ClientAddress;
import wasl.shared.web.PageLinks;

/**
 * {@code /pay/{token}}: leads to the gateway's page where the card is saved. Shown itself only
 * while the gateway is slow or down, or too many cards were tried; the pledge is kept.
 */
@Named
@RequestScoped
public class PayPage {

  @Inject private GoToGateway go;
  @Inject private PledgeQueries pledges;
  @Inject private CurrentActor current;

  private String token;
  private PledgeView pledge;
  private Instant pausedUntil;

  /** Leads on, unless the gateway does not answer. */
  public void load() {
    String back = "/pay/" + token + "/back";
    try {
      Optional<String> page =
          go.handle(
              new GoToGateway.Command(
                  current.get(), token, lang(), clientAddress(), PageLinks.here().absolute(back)));
      PageLinks.here().go(page.orElse(back));
    } catch (Refused refused) {
      if (refused.refusal() instanceof PaymentRefused.TooManyCards tooMany) {
        pausedUntil = tooMany.until();
      } else if (!(refused.refusal() instanceof PaymentRefused.GatewayDown)) {
        throw refused;
      }
      pledge = pledges.opened(token);
    }
  }

  private static Lang lang() {
    return request().getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  private static String clientAddress() {
    return ClientAddress.of(request());
  }

  private static HttpServletRequest request() {
    return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
  }

  /** When another card may be tried; null where only the gateway is silent. */
  public Instant getPausedUntil() {
    return pausedUntil;
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
