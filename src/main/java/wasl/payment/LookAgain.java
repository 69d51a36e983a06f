package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import wasl.outbox.Handler;
import wasl.outbox.Lane;
import wasl.party.Actor;
import wasl.shared.Ids;

/** Processes a stored webhook: looks at the gateway's object it names. */
@ApplicationScoped
public class LookAgain implements Handler<PaymentEvent.WebhookStored> {

  @Inject private Webhooks webhooks;
  @Inject private Cards cards;
  @Inject private CheckoutVisits visits;
  @Inject private Attempts attempts;
  @Inject private StripeCharges charges;
  @Inject private StripeGateway gateway;
  @Inject private Charger charger;
  @Inject private BookFee bookFee;
  @Inject private Refunds refunds;
  @Inject private RefundMoney refundMoney;
  @Inject private BookDispute bookDispute;
  @Inject private BookPayout bookPayout;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "payment.webhook";
  }

  @Override
  public Class<PaymentEvent.WebhookStored> type() {
    return PaymentEvent.WebhookStored.class;
  }

  @Override
  public Lane lane() {
    return Lane.WEBHOOK;
  }

  @Override
  public void handle(long messageId, PaymentEvent.WebhookStored event) {
    Webhooks.Told told = webhooks.find(event.event()).orElseThrow();
    look(told.event(), told.type(), told.objectId());
    webhooks.processed(told.event(), clock.instant());
  }

  private void look(String event, String type, String object) {
    if (type.startsWith("checkout.session.")) {
      cards.pledgeOf(object).ifPresent(pledge -> visits.take(pledge, object));
    } else if (type.equals("setup_intent.setup_failed")) {
      visits.unsaved(event, object);
    } else if (type.startsWith("payment_intent.")) {
      attempt(object)
          .filter(attempt -> attempt.state() != AttemptState.PAID)
          .ifPresent(attempt -> charger.lookAt(attempt.id(), object));
    } else if (type.startsWith("charge.dispute.")) {
      StripeGateway.DisputeAnswer dispute = gateway.dispute(object);
      learnOf(dispute);
      bookDispute.handle(new BookDispute.Command(Actor.SYSTEM, dispute));
    } else if (type.equals("charge.updated") || type.equals("charge.succeeded")) {
      attempts
          .byCharge(object)
          .filter(attempt -> attempt.fee() == null)
          .ifPresent(attempt -> fee(attempt, object));
    } else if (type.startsWith("refund.") || type.equals("charge.refund.updated")) {
      refund(object).ifPresent(refundMoney::look);
    } else if (type.startsWith("payout.")) {
      bookPayout.handle(new BookPayout.Command(Actor.SYSTEM, gateway.payout(object), false));
    }
  }

  /** The attempt behind a payment intent, also where we never learned of the intent. */
  private Optional<Attempt> attempt(String intent) {
    return attempts
        .byIntent(intent)
        .or(() -> charges.markOf(intent).flatMap(Ids::parse).flatMap(attempts::find));
  }

  /** The refund behind one of the gateway's, also where its answer never reached us. */
  private Optional<Refund> refund(String gatewayRefund) {
    return refunds
        .byGateway(gatewayRefund)
        .or(() -> gateway.refundMark(gatewayRefund).flatMap(Ids::parse).flatMap(refunds::find));
  }

  /**
   * A charge of ours may be disputed before its answer has reached us: it is settled first.
   *
   * @throws IllegalStateException where the gateway does not tell of it yet: looked at again later
   */
  private void learnOf(StripeGateway.DisputeAnswer dispute) {
    if (dispute.intent() == null || attempts.byCharge(dispute.charge()).isPresent()) {
      return;
    }
    Optional<Attempt> ours = attempt(dispute.intent());
    ours.ifPresent(attempt -> charger.lookAt(attempt.id(), dispute.intent()));
    if (ours.isPresent() && attempts.byCharge(dispute.charge()).isEmpty()) {
      throw new IllegalStateException("disputed before its charge is known: " + dispute.dispute());
    }
  }

  private void fee(Attempt attempt, String charge) {
    gateway
        .fee(charge)
        .ifPresent(
            fee -> bookFee.handle(new BookFee.Command(Actor.SYSTEM, attempt.id(), charge, fee)));
  }
}
