package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import wasl.ledger.JournalId;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.party.Permission;
import wasl.payment.BankTransfers;
import wasl.shared.Ids;
import wasl.shared.PlainText;
import wasl.shared.Refused;
import wasl.task.FinanceTasks;
import wasl.task.TaskFact;

/**
 * A finance officer books by hand. Up to the limit it is booked at once; above it, a refund
 * together with what one officer alone has given back of the same pledge before, another officer
 * must approve.
 */
@ApplicationScoped
@Transactional
public class AskBooking {

  @Inject private Bookings bookings;
  @Inject private BookByHand book;
  @Inject private BankTransfers transfers;
  @Inject private AloneLimit limit;
  @Inject private FinanceTasks tasks;
  @Inject private Clock clock;

  /**
   * @param about the journal that is reversed, or the refund that was paid; null of a top-up
   * @param amount of a top-up; else null: the journal or refund has its own
   * @param words the bank's reference, or the reason
   * @param key the form's own key: the same one again is the same booking
   */
  public record Command(
      Actor by, BookingKind kind, Long about, Money amount, String words, String key) {}

  /**
   * Books, or asks another officer.
   *
   * @throws Refused {@code AccessRefused}, {@link FinanceRefused.FormUsed}, {@link
   *     FinanceRefused.BookingWaits}, and what the kind of booking refuses
   */
  public Booking handle(Command command) {
    command.by().require(Permission.MOVE_MONEY);
    String words = PlainText.line(command.words());
    book.lock(command);
    Optional<Booking> before = bookings.byKey(command.key());
    if (before.isPresent()) {
      return same(before.get(), command, words);
    }
    Money amount = book.check(command, words);
    if (command.about() != null && bookings.waiting(command.kind(), command.about())) {
      throw new Refused(new FinanceRefused.BookingWaits());
    }
    AloneLimit.Room alone = room(command, amount.currency());
    Booking booking = asked(command, amount, !alone.has(amount), words, clock.instant());
    if (!bookings.add(booking, alone)) {
      return bookings
          .byKey(command.key())
          .map(first -> same(first, command, words))
          .orElseThrow(() -> new Refused(new FinanceRefused.BookingWaits()));
    }
    if (!booking.fourEyes()) {
      JournalId journal = book.handle(command.by(), booking);
      bookings.decide(booking.id(), command.by().party(), journal, booking.askedAt());
    } else {
      if (booking.kind() == BookingKind.REFUND_PAID) {
        transfers.awaitApproval(booking.about(), true);
      }
      tasks.open(
          FinanceTask.BOOKING_TO_APPROVE,
          Ids.text(booking.id()),
          "/finance/bookings/" + Ids.text(booking.id()),
          facts(booking));
    }
    return bookings.find(booking.id()).orElseThrow();
  }

  private TaskFact[] facts(Booking booking) {
    List<TaskFact> facts = new ArrayList<>();
    facts.add(TaskFact.word("kind", "finance.bookingKind." + booking.kind()));
    refund(booking.kind(), booking.about())
        .ifPresent(debt -> facts.add(TaskFact.code("pledge", debt.pledge())));
    facts.add(TaskFact.money("amount", booking.amount()));
    facts.add(TaskFact.text("reason", booking.words()));
    return facts.toArray(TaskFact[]::new);
  }

  private Optional<BankTransfers.Debt> refund(BookingKind kind, Long about) {
    return kind == BookingKind.REFUND_PAID ? transfers.find(about) : Optional.empty();
  }

  private AloneLimit.Room room(Command command, Currency currency) {
    return refund(command.kind(), command.about())
        .map(debt -> limit.of(debt.pledge(), currency))
        .orElseGet(() -> limit.in(currency));
  }

  private Booking asked(
      Command command, Money amount, boolean fourEyes, String words, Instant now) {
    return new Booking(
        Ids.next(),
        command.key(),
        command.kind(),
        command.about(),
        amount,
        words,
        fourEyes,
        FeeBookingState.ASKED,
        command.by().party(),
        now,
        null,
        null,
        null);
  }

  /** The same form sent twice, and not one that was filled in anew after going back to it. */
  private Booking same(Booking before, Command command, String words) {
    boolean same =
        before.kind() == command.kind()
            && Objects.equals(before.about(), command.about())
            && (command.amount() == null || before.amount().equals(command.amount()))
            && before.words().equals(words)
            && before.askedBy().equals(command.by().party());
    if (!same) {
      // what it is about may be booked by now, which tells more
      book.check(command, words);
      throw new Refused(new FinanceRefused.FormUsed());
    }
    return before;
  }
}
