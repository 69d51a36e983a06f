package wasl.finance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import wasl.ledger.JournalEntry;
import wasl.ledger.JournalId;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.ledger.Side;
import wasl.money.Money;
import wasl.party.Actor;
import wasl.payment.BankTransfers;
import wasl.payment.PayRefundOtherwise;
import wasl.payment.TopUpClearing;
import wasl.shared.Refused;

/** Books what officers have decided, in the caller's transaction. */
@ApplicationScoped
public class BookByHand {

  @Inject private LedgerQueries journals;
  @Inject private TopUpClearing topUp;
  @Inject private ReverseJournal reverse;
  @Inject private PayRefundOtherwise payRefund;
  @Inject private BankTransfers transfers;
  @Inject private OwnStakes stakes;

  /** So that of the same form sent twice at once the second finds what the first has asked. */
  void lock(AskBooking.Command command) {
    if (command.kind() == BookingKind.REFUND_PAID) {
      transfers.lock(command.about());
    }
  }

  /** Refuses what could not be booked now; what it is about. */
  Money check(AskBooking.Command command, String words) {
    return switch (command.kind()) {
      case TOP_UP -> {
        BankTransfers.demandTopUp(command.amount(), words);
        yield command.amount();
      }
      case REVERSAL -> {
        ReverseJournal.check(words);
        yield moved(new JournalId(command.about()));
      }
      case REFUND_PAID -> owing(command.by(), command.about(), words).amount();
    };
  }

  private BankTransfers.Debt owing(Actor by, long refund, String words) {
    BankTransfers.Debt debt = transfers.owing(by, refund, words);
    stakes.refuse(by.party(), debt.listing());
    return debt;
  }

  private Money moved(JournalId id) {
    JournalView journal =
        journals.journal(id).orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    reverse.check(journal);
    return journal.entries().stream()
        .filter(line -> line.side() == Side.DEBIT)
        .map(JournalEntry.Line::amount)
        .reduce(Money::plus)
        .orElseThrow();
  }

  /** Books it. */
  JournalId handle(Actor by, Booking booking) {
    return switch (booking.kind()) {
      case TOP_UP ->
          topUp.handle(
              new TopUpClearing.Command(by, booking.amount(), booking.words(), booking.key()));
      case REVERSAL ->
          reverse.handle(
              new ReverseJournal.Command(
                  by, new JournalId(booking.about()), booking.words(), booking.key()));
      case REFUND_PAID -> {
        owing(by, booking.about(), booking.words());
        yield payRefund.handle(
            new PayRefundOtherwise.Command(by, booking.about(), booking.words()));
      }
    };
  }
}
