package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.task.FinanceTasks;
import wasl.task.TaskFact;

/**
 * A finance officer has found out that the gateway's figure of a fee stands, and has the books
 * follow it; the platform bears fees. Up to the limit it is booked at once; above it another
 * officer must approve.
 */
@ApplicationScoped
@Transactional
public class BookFeeDifference {

  static final int SHORTEST = 5;
  static final int LONGEST = 300;

  @Inject private FeeDifferences differences;
  @Inject private FeeBookings bookings;
  @Inject private AloneLimit limit;
  @Inject private FinanceTasks tasks;
  @Inject private Clock clock;

  public record Command(Actor by, long difference, String reason) {}

  /**
   * Books, or asks another officer.
   *
   * @return whether it is booked
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused.NoReason}, {@link
   *     FinanceRefused.NoDifference}, {@link FinanceRefused.NoFee}, {@link
   *     FinanceRefused.NothingToBook}, {@link FinanceRefused.BookingWaits}
   */
  public boolean handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    String reason = PlainText.line(command.reason());
    if (reason == null || reason.length() < SHORTEST || reason.length() > LONGEST) {
      throw new Refused(new FinanceRefused.NoReason(SHORTEST, LONGEST));
    }
    Reconciliations.Kept kept = differences.lock(command.difference());
    if (bookings.of(kept.id()).stream().anyMatch(one -> one.state() == FeeBookingState.ASKED)) {
      throw new Refused(new FinanceRefused.BookingWaits());
    }
    Instant now = clock.instant();
    Money fee = differences.missing(kept);
    AloneLimit.Room alone = limit.in(fee.currency());
    boolean fourEyes = !alone.has(fee.isNegative() ? fee.negated() : fee);
    FeeBooking booking = asked(command, kept, fee, fourEyes, reason, now);
    bookings.add(booking, alone);
    if (booking.fourEyes()) {
      tasks.open(
          FinanceTask.FEE_TO_APPROVE,
          Ids.text(booking.id()),
          "/finance/differences/" + Ids.text(kept.id()),
          TaskFact.code("source", kept.what().source()),
          TaskFact.money("amount", booking.fee()),
          TaskFact.text("reason", reason));
    } else {
      bookings.decide(
          booking.id(),
          command.by().party(),
          differences.book(kept, booking, command.by().party(), now),
          now);
    }
    return !booking.fourEyes();
  }

  private static FeeBooking asked(
      Command command,
      Reconciliations.Kept kept,
      Money fee,
      boolean fourEyes,
      String reason,
      Instant now) {
    return new FeeBooking(
        Ids.next(),
        kept.id(),
        fee,
        reason,
        fourEyes,
        FeeBookingState.ASKED,
        command.by().party(),
        now,
        null,
        null,
        null);
  }
}
