package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.outbox.Handler;
import wasl.outbox.Lane;
import wasl.pledge.PledgeEvent;

/** A pledge is to be charged: in the lane that one node of the cluster works off, at its pace. */
@ApplicationScoped
public class ChargeDue implements Handler<PledgeEvent.PledgeChargeDue> {

  @Inject private Charger charger;

  @Override
  public String name() {
    return "payment.charge";
  }

  @Override
  public Class<PledgeEvent.PledgeChargeDue> type() {
    return PledgeEvent.PledgeChargeDue.class;
  }

  @Override
  public Lane lane() {
    return Lane.CHARGE;
  }

  @Override
  public void handle(long messageId, PledgeEvent.PledgeChargeDue event) {
    charger.charge(event);
  }
}
