package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.party.CurrentActor;
import wasl.payment.ComeBack;
import wasl.payment.PaymentRefused;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Refused;

/** {@code /pay/{token}/back}: what became of the visit to the gateway's page. */
@Named
@RequestScoped
public class BackPage {

  @Inject private ComeBack comeBack;
  @Inject private CurrentActor current;
  @Inject private PledgeQueries pledges;

  private String token;
  private PledgeView pledge;
  private boolean silent;
  private boolean notTaken;

  /** Asks the gateway. */
  public void load() {
    try {
      pledge = comeBack.handle(new ComeBack.Command(current.get(), token));
    } catch (Refused refused) {
      notTaken = refused.refusal() instanceof PaymentRefused.CardNotTaken;
      silent = refused.refusal() instanceof PaymentRefused.GatewayDown;
      if (!notTaken && !silent) {
        throw refused;
      }
      pledge = pledges.opened(token);
    }
  }

  public PledgeView getPledge() {
    return pledge;
  }

  /** Whether the gateway did not answer. */
  public boolean isSilent() {
    return silent;
  }

  /** Whether the card that was saved last is not used. */
  public boolean isNotTaken() {
    return notTaken;
  }

  /** Which words fit: {@code STARTED}, {@code REFLECTING}, {@code FIRM}, …, or {@code ENDED}. */
  public String getOutcome() {
    return switch (pledge.state()) {
      case STARTED, REFLECTING, FIRM, CHARGING, COLLECTED, REPAIR -> pledge.state().name();
      default -> "ENDED";
    };
  }

  public String getToken() {
    return token;
  }

  public void setToken(String token) {
    this.token = token;
  }
}
