package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.ledger.JournalId;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.task.FinanceTasks;

/**
 * Another officer approves or refuses that a difference in a fee is booked; whoever asked may only
 * take it back. It is decided once.
 */
@ApplicationScoped
@Transactional
public class DecideFeeBooking {

  @Inject private FeeDifferences differences;
  @Inject private FeeBookings bookings;
  @Inject private FinanceTasks tasks;
  @Inject private Clock clock;

  public record Command(Actor by, long booking, boolean approve) {}

  /**
   * Decides. What is approved is booked in the same transaction.
   *
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused.NoRequest}, {@link
   *     FinanceRefused.BookingDecided}, {@link FinanceRefused.OwnRequest}, {@link
   *     FinanceRefused.NothingToBook}, {@link FinanceRefused.FeeChanged}
   */
  public void handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    FeeBooking booking =
        bookings
            .lock(command.booking())
            .orElseThrow(() -> new Refused(new FinanceRefused.NoRequest()));
    if (booking.state() != FeeBookingState.ASKED) {
      throw new Refused(new FinanceRefused.BookingDecided(booking.state()));
    }
    if (command.approve() && booking.askedBy().equals(command.by().party())) {
      throw new Refused(new FinanceRefused.OwnRequest());
    }
    Instant now = clock.instant();
    JournalId journal =
        command.approve()
            ? differences.book(
                differences.lock(booking.difference()), booking, command.by().party(), now)
            : null;
    bookings.decide(booking.id(), command.by().party(), journal, now);
    tasks.close(FinanceTask.FEE_TO_APPROVE, Ids.text(booking.id()));
  }
}
