package wasl.finance.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.finance.BookFeeDifference;
import wasl.finance.DecideFeeBooking;
import wasl.finance.FeeBooking;
import wasl.finance.FeeBookingState;
import wasl.finance.FeeBookings;
import wasl.finance.FinanceRefused;
import wasl.finance.Reconciliations;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/differences/{id}}: one difference, and having the books follow a fee. */
@Named
@RequestScoped
public class DifferencePage {

  @Inject private Reconciliations reconciliations;
  @Inject private FeeBookings fees;
  @Inject private BookFeeDifference book;
  @Inject private DecideFeeBooking decide;
  @Inject private PartyQueries parties;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private final Map<PartyId, String> names = new HashMap<>();
  private String id;
  private String reason;
  private Reconciliations.Kept difference;
  private List<FeeBooking> bookings;

  /** Reads it. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.READ_LEDGER);
    difference =
        Ids.parse(id)
            .flatMap(reconciliations::difference)
            .orElseThrow(() -> new Refused(new FinanceRefused.NoDifference()));
    bookings = fees.of(difference.id());
  }

  /** Read when this page is made: a form that depends on it is asked before this is called. */
  public void load() {
    current.get();
  }

  /** Books the fee, or asks another officer. */
  public void book() {
    boolean booked =
        book.handle(new BookFeeDifference.Command(current.get(), difference.id(), reason));
    done(booked ? "finance.fee.booked" : "finance.refund.asked");
  }

  public void approve() {
    decide(true, "finance.fee.booked");
  }

  public void refuse() {
    decide(false, "finance.refund.refused");
  }

  private void decide(boolean approve, String said) {
    FeeBooking waiting = waiting().orElseThrow(() -> new Refused(new FinanceRefused.NoRequest()));
    decide.handle(new DecideFeeBooking.Command(current.get(), waiting.id(), approve));
    done(said);
  }

  private void done(String said) {
    messages.flash("ok", said);
    PageLinks.here().go("/finance/differences/" + id);
  }

  private Optional<FeeBooking> waiting() {
    return bookings.stream().filter(one -> one.state() == FeeBookingState.ASKED).findFirst();
  }

  public Reconciliations.Kept getDifference() {
    return difference;
  }

  /** What was decided about it, the newest first. */
  public List<FeeBooking> getBookings() {
    return bookings;
  }

  /** Whether this person may have it booked. */
  public boolean isBookable() {
    return difference.bookable() && waiting().isEmpty() && current.get().may(Permission.MOVE_MONEY);
  }

  /** Whether it waits for an officer, and this person is one. */
  public boolean isWaiting() {
    return waiting().isPresent() && current.get().may(Permission.MOVE_MONEY);
  }

  /** Whether this person has asked for it. */
  public boolean isOwn() {
    return waiting().filter(one -> one.askedBy().equals(current.get().party())).isPresent();
  }

  /** The name of an officer. */
  public String name(PartyId officer) {
    return officer == null
        ? ""
        : names.computeIfAbsent(officer, one -> parties.contact(one).name());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
