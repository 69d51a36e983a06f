package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import wasl.ledger.Ledger;
import wasl.party.Actor;

/** The gateway has paid out to the bank. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class BookPayout {

  @Inject private Ledger ledger;

  public record Command(Actor by, StripeGateway.PayoutAnswer payout) {}

  /** Books a payout that has arrived, once. */
  public void handle(Command command) {
    StripeGateway.PayoutAnswer payout = command.payout();
    if (payout.status().equals("paid") && payout.amount().isPositive()) {
      ledger.post(PaymentPostings.payout(payout));
    }
  }
}
