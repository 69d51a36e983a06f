package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import wasl.party.Actor;

/** Keeps what a comparison came to. Nothing is booked: whoever reads it decides. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class KeepReconciliation {

  @Inject private Reconciliations reconciliations;
  @Inject private Clock clock;

  record Command(Actor by, Reconciliations.Run run, Reconciliations.Result result) {}

  /** Opens the differences that are new and closes those that are gone. */
  public void handle(Command command) {
    reconciliations.keep(command.run(), command.result(), clock.instant());
  }
}
