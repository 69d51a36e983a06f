package wasl.finance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.finance.AskBooking;
import wasl.finance.Booking;
import wasl.finance.BookingKind;
import wasl.finance.Corrections;
import wasl.finance.FeeBookingState;
import wasl.ledger.JournalId;
import wasl.ledger.JournalType;
import wasl.ledger.JournalView;
import wasl.ledger.LedgerQueries;
import wasl.ledger.LedgerRefused;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.payment.BookPayoutAgain;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.FormKey;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/journals/{id}/reverse}: undoing a journal, with the reason. */
@Named
@RequestScoped
public class ReversePage {

  @Inject private LedgerQueries journals;
  @Inject private AskBooking ask;
  @Inject private BookPayoutAgain payout;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String id;
  private final FormKey key = new FormKey();
  private String reason;
  private JournalView journal;

  /** Whoever may not undo journals does not see this page. */
  public void load() {
    current.get().require(Permission.MOVE_MONEY);
    getJournal();
  }

  /** Undoes it and shows what undid it, or asks another officer. */
  public void reverse() {
    Booking booking =
        ask.handle(
            new AskBooking.Command(
                current.get(),
                BookingKind.REVERSAL,
                getJournal().id().value(),
                null,
                reason,
                key.getText()));
    if (booking.state() == FeeBookingState.ASKED) {
      messages.flash("ok", "finance.refund.asked");
      PageLinks.here().go("/finance/bookings/" + Ids.text(booking.id()));
    } else {
      messages.flash("ok", "finance.reversal.done");
      PageLinks.here().go("/finance/journals/" + booking.journal());
    }
  }

  /** Has a payout booked anew whose journal was reversed. */
  public void payout() {
    payout.handle(new BookPayoutAgain.Command(current.get(), getJournal().reference()));
    messages.flash("ok", "finance.payout.booked");
    PageLinks.here().go("/finance/journals");
  }

  /** Whether the journal is of a payout and reversed, and this reader may have it booked anew. */
  public boolean again(JournalView one, JournalId reversedBy) {
    return reversedBy != null
        && one.type() == JournalType.GATEWAY_PAYOUT
        && current.get().may(Permission.MOVE_MONEY);
  }

  /** Whether it is undone already. */
  public JournalId getReversedBy() {
    return journals.reversalOf(getJournal().id()).orElse(null);
  }

  /** Whether this reader may undo this journal, and it is not undone yet. */
  public boolean offers(JournalView one, JournalId reversedBy) {
    return reversedBy == null
        && current.get().may(Permission.MOVE_MONEY)
        && Corrections.reversible(one.type());
  }

  /** The journal that is to be undone; a form that depends on it asks before the page is loaded. */
  public JournalView getJournal() {
    if (journal == null) {
      journal =
          JournalId.parse(PageLinks.value("id"))
              .flatMap(journals::journal)
              .orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    }
    return journal;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  /** The form's own key: sent twice it is one booking. */
  public FormKey getKey() {
    return key;
  }
}
