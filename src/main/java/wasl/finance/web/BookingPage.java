package wasl.finance.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import wasl.finance.Booking;
import wasl.finance.BookingKind;
import wasl.finance.Bookings;
import wasl.finance.DecideBooking;
import wasl.finance.FeeBookingState;
import wasl.finance.FinanceRefused;
import wasl.ledger.JournalId;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.payment.BankTransfers;
import wasl.pledge.PledgeId;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/bookings/{id}}: what an officer books by hand, and deciding about it. */
@Named
@RequestScoped
public class BookingPage {

  @Inject private Bookings bookings;
  @Inject private DecideBooking decide;
  @Inject private BankTransfers transfers;
  @Inject private PartyQueries parties;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String id;
  private Booking booking;

  /** Reads it. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.READ_LEDGER);
    booking =
        Ids.parse(id)
            .flatMap(bookings::find)
            .orElseThrow(() -> new Refused(new FinanceRefused.NoRequest()));
  }

  /** Read when this page is made: a form that depends on it is asked before this is called. */
  public void load() {
    current.get();
  }

  public void approve() {
    decide(true, "finance.booking.booked");
  }

  public void refuse() {
    decide(false, isOwn() ? "finance.refund.withdrawn" : "finance.refund.refused");
  }

  private void decide(boolean approve, String said) {
    decide.handle(new DecideBooking.Command(current.get(), booking.id(), approve));
    messages.flash("ok", said);
    PageLinks.here().go("/finance/bookings/" + id);
  }

  public Booking getBooking() {
    return booking;
  }

  /** The journal that it reverses; null of the other kinds. */
  public JournalId getReverses() {
    return booking.kind() == BookingKind.REVERSAL ? new JournalId(booking.about()) : null;
  }

  /** Whose refund was paid; null of the other kinds. */
  public PledgeId getPledge() {
    return booking.kind() == BookingKind.REFUND_PAID
        ? transfers.find(booking.about()).map(BankTransfers.Debt::pledge).orElse(null)
        : null;
  }

  /** Whether it waits for an officer, and this person is one. */
  public boolean isWaiting() {
    return booking.state() == FeeBookingState.ASKED && current.get().may(Permission.MOVE_MONEY);
  }

  /** Whether this person has asked for it. */
  public boolean isOwn() {
    return booking.askedBy().equals(current.get().party());
  }

  /** The name of an officer. */
  public String name(PartyId officer) {
    return officer == null ? "" : parties.contact(officer).name();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
