package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import wasl.ledger.Ledger;
import wasl.money.Money;
import wasl.party.Actor;

/** The gateway's fee of a charge became known after the charge. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class BookFee {

  @Inject private Attempts attempts;
  @Inject private Ledger ledger;

  public record Command(Actor by, long attempt, String charge, Money fee) {}

  /** Books the fee, once. */
  public void handle(Command command) {
    Attempt attempt = attempts.lock(command.attempt()).orElseThrow();
    if (attempt.fee() == null) {
      attempts.fee(attempt, command.fee());
      if (command.fee().isPositive()) {
        ledger.post(
            PaymentPostings.gatewayFee(
                attempt, command.charge(), command.fee(), attempt.settledAt()));
      }
    }
  }
}
