package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.money.Money;

/** The fees of charges, where an officer books one that has not become known by itself. */
@ApplicationScoped
public class ChargeFees {

  @Inject private Attempts attempts;

  /**
   * Takes a fee for known, so that it is not booked by itself later; in the caller's transaction,
   * and waits for whoever is booking it now. A charge that is not ours, or whose fee is known
   * already, is fine.
   */
  public void known(String charge, Money fee) {
    attempts
        .byCharge(charge)
        .flatMap(attempt -> attempts.lock(attempt.id()))
        .filter(attempt -> attempt.fee() == null)
        .ifPresent(attempt -> attempts.fee(attempt, fee));
  }
}
