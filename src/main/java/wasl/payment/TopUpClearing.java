package wasl.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.ledger.JournalId;
import wasl.ledger.Ledger;
import wasl.money.Money;
import wasl.party.AccessRefused;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Baghdad;
import wasl.shared.DomainEvent;
import wasl.shared.PlainText;
import wasl.shared.Refused;

/**
 * A finance officer has sent the platform's own money to the gateway, which keeps its fees from
 * what is held for others, and books it.
 */
@ApplicationScoped
@Transactional
public class TopUpClearing {

  @Inject private Ledger ledger;
  @Inject private TopUps topUps;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /**
   * @param reference by which the transfer is found on the bank's statement
   * @param key the form's own key: the same one on the same day is booked once
   */
  public record Command(Actor by, Money amount, String reference, String key) {}

  /**
   * Books the top-up with the present day in Baghdad as its date.
   *
   * @throws Refused {@link AccessRefused}, {@link PaymentRefused.NotCharged}, {@link
   *     PaymentRefused.NoAmount}, {@link PaymentRefused.NoReference}, {@code
   *     LedgerRefused.KeyReused}
   */
  public JournalId handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    BankTransfers.demandTopUp(command.amount(), command.reference());
    String reference = PlainText.line(command.reference());
    Instant now = clock.instant();
    JournalId journal =
        ledger.post(
            PaymentPostings.topUp(
                command.key(), command.amount(), reference, Baghdad.startOf(Baghdad.day(now))));
    topUps.add(journal, command.by().party(), now);
    events.fire(
        new PaymentEvent.ClearingToppedUp(
            journal.value(),
            command.amount().amountMinor(),
            command.amount().currency().name(),
            reference));
    return journal;
  }
}
