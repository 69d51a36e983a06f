package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import wasl.ledger.JournalId;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.payment.BankTransfers;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.task.FinanceTasks;

/**
 * Another officer approves or refuses what one wants to book by hand; whoever asked may only take
 * it back. It is decided once.
 */
@ApplicationScoped
@Transactional
public class DecideBooking {

  @Inject private Bookings bookings;
  @Inject private BookByHand book;
  @Inject private BankTransfers transfers;
  @Inject private FinanceTasks tasks;
  @Inject private Clock clock;

  public record Command(Actor by, long booking, boolean approve) {}

  /**
   * Decides. What is approved is booked in the same transaction.
   *
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused.NoRequest}, {@link
   *     FinanceRefused.BookingDecided}, {@link FinanceRefused.OwnRequest}, and what the kind of
   *     booking refuses by now
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    Booking booking =
        bookings
            .lock(command.booking())
            .orElseThrow(() -> new Refused(new FinanceRefused.NoRequest()));
    if (booking.state() != FeeBookingState.ASKED) {
      throw new Refused(new FinanceRefused.BookingDecided(booking.state()));
    }
    if (command.approve() && booking.askedBy().equals(command.by().party())) {
      throw new Refused(new FinanceRefused.OwnRequest());
    }
    JournalId journal = command.approve() ? book.handle(command.by(), booking) : null;
    if (!command.approve() && booking.kind() == BookingKind.REFUND_PAID) {
      transfers.awaitApproval(booking.about(), false);
    }
    bookings.decide(booking.id(), command.by().party(), journal, clock.instant());
    tasks.close(FinanceTask.BOOKING_TO_APPROVE, Ids.text(booking.id()));
  }
}
