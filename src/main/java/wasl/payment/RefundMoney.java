package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import wasl.outbox.Handler;
import wasl.outbox.Lane;
import wasl.party.Actor;

/**
 * Tells the gateway to give money back; the same refund is given once, however often it is told.
 */
@ApplicationScoped
public class RefundMoney implements Handler<PaymentEvent.RefundDue> {

  /** Stripe keeps an idempotency key for at least a day; after that the same call gives twice. */
  private static final Duration RESENT_WITHIN = Duration.ofHours(20);

  @Inject private Refunds refunds;
  @Inject private Attempts attempts;
  @Inject private StripeGateway gateway;
  @Inject private SettleRefund settle;
  @Inject private AwaitTopUp wait;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "payment.refund";
  }

  @Override
  public Class<PaymentEvent.RefundDue> type() {
    return PaymentEvent.RefundDue.class;
  }

  @Override
  public Lane lane() {
    return Lane.MONEY;
  }

  @Override
  public void handle(long messageId, PaymentEvent.RefundDue event) {
    look(refunds.find(event.refund()).orElseThrow());
  }

  /** Tells the gateway, or asks how far it is. */
  void look(Refund refund) {
    if (refund.gatewayRefund() != null) {
      tell(refund, gateway.findRefund(refund.gatewayRefund()));
      return;
    }
    if (refund.state() != RefundState.STARTED) {
      return;
    }
    Attempt paid = attempts.find(refund.attempt()).orElseThrow();
    boolean forgotten = !clock.instant().isBefore(refund.askedAt().plus(RESENT_WITHIN));
    Optional<StripeGateway.RefundAnswer> known =
        forgotten ? gateway.searchRefund(refund.id(), paid.intent()) : Optional.empty();
    Optional<StripeGateway.RefundAnswer> answer;
    try {
      answer =
          known.or(
              () -> gateway.refund(refund.id(), refund.waits(), paid.intent(), refund.total()));
    } catch (GatewayShort tooLittle) {
      wait.handle(new AwaitTopUp.Command(Actor.SYSTEM, refund));
      return;
    }
    if (answer.isPresent()) {
      tell(refund, answer.get());
    } else {
      settle.handle(SettleRefund.Command.refused(refund.id()));
    }
  }

  private void tell(Refund refund, StripeGateway.RefundAnswer answer) {
    settle.handle(
        new SettleRefund.Command(
            Actor.SYSTEM, refund.id(), answer.refund(), answer.status(), answer.givenAt()));
  }
}
