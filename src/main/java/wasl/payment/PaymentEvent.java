package wasl.payment;

import wasl.pledge.PledgeId;
import wasl.shared.DomainEvent;

/** What payment leaves to be done outside a transaction. */
public sealed interface PaymentEvent extends DomainEvent {

  /** A card of the pledge is no longer used: the gateway should forget it. */
  record CardUnused(PledgeId pledge) implements PaymentEvent {}

  /** The gateway is to be asked what became of an attempt. */
  record AttemptUnclear(long attempt) implements PaymentEvent {}

  /** Money is to be given back. */
  record RefundDue(long refund) implements PaymentEvent {}

  /**
   * The platform's own money is on its way to the gateway.
   *
   * @param journal by which it is booked
   */
  record ClearingToppedUp(long journal, long amountMinor, String currency, String reference)
      implements PaymentEvent {}

  /** The gateway has told something. */
  record WebhookStored(String event) implements PaymentEvent {}
}
