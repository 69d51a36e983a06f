package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.outbox.Handler;
import wasl.outbox.Lane;

/** The gateway is asked what became of an attempt, in the same lane as charging. */
@ApplicationScoped
public class AskAboutAttempt implements Handler<PaymentEvent.AttemptUnclear> {

  @Inject private Charger charger;

  @Override
  public String name() {
    return "payment.ask";
  }

  @Override
  public Class<PaymentEvent.AttemptUnclear> type() {
    return PaymentEvent.AttemptUnclear.class;
  }

  @Override
  public Lane lane() {
    return Lane.CHARGE;
  }

  @Override
  public void handle(long messageId, PaymentEvent.AttemptUnclear event) {
    charger.askAbout(event.attempt());
  }
}
