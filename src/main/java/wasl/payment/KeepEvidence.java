package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import wasl.party.Actor;
import wasl.shared.Refused;

/** Keeps an answer to a dispute: before the gateway is told, and once it has taken it. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class KeepEvidence {

  @Inject private Disputes disputes;
  @Inject private Clock clock;

  /**
   * @param taken whether the gateway has it
   */
  public record Command(Actor by, String dispute, String text, boolean taken) {}

  /**
   * Keeps it.
   *
   * @throws Refused {@link PaymentRefused.DisputeAnswered} where another answer was taken meanwhile
   */
  public void handle(Command command) {
    if (command.taken()) {
      disputes.submitted(command.dispute(), command.text(), command.by().party(), clock.instant());
    } else if (!disputes.write(
        command.dispute(), command.text(), command.by().party(), clock.instant())) {
      throw new Refused(new PaymentRefused.DisputeAnswered());
    }
  }
}
