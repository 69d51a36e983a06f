package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import wasl.ledger.Ledger;
import wasl.money.Money;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * A finance officer has sent the platform's own money to the gateway, which keeps its fees from
 * what is held for others, and books it.
 */
@ApplicationScoped
@Transactional
public class TopUpClearing {

  private static final int LONGEST_REFERENCE = 100;

  @Inject private Ledger ledger;
  @Inject private Clock clock;

  /**
   * @param reference by which the transfer is found on the bank's statement
   * @param key the form's own key: the same one on the same day is booked once
   */
  public record Command(Actor by, Money amount, String reference, String key) {}

  /**
   * Books the top-up with the present day, in UTC, as its date.
   *
   * @throws Refused {@link AccessRefused}, {@link PaymentRefused.NoAmount}, {@link
   *     PaymentRefused.NoReference}, {@code LedgerRefused.KeyReused}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    if (!command.amount().isPositive()) {
      throw new Refused(new PaymentRefused.NoAmount(command.amount()));
    }
    String reference = PlainText.line(command.reference());
    if (reference == null || reference.length() > LONGEST_REFERENCE) {
      throw new Refused(new PaymentRefused.NoReference(LONGEST_REFERENCE));
    }
    ledger.post(
        PaymentPostings.topUp(
            command.key(),
            command.amount(),
            reference,
            clock.instant().truncatedTo(ChronoUnit.DAYS)));
  }
}
