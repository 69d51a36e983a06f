package wasl.finance.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wasl.finance.AskBooking;
import wasl.finance.AskRefund;
import wasl.finance.Booking;
import wasl.finance.BookingKind;
import wasl.finance.FeeBookingState;
import wasl.finance.RefundCause;
import wasl.finance.RefundRequest;
import wasl.finance.RefundRequests;
import wasl.money.Money;
import wasl.money.MoneyRefused;
import wasl.money.MoneyText;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.payment.PaymentRefused;
import wasl.payment.RefundTerms;
import wasl.payment.RetryRefund;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeRefused;
import wasl.pledge.PledgeView;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;
import wasl.shared.web.FormKey;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/refunds}: what is given back, what failed, and asking for more. */
@Named
@RequestScoped
public class RefundsPage {

  private static final int SIZE = 20;

  @Inject private RefundRequests requests;
  @Inject private RefundTerms terms;
  @Inject private AskRefund ask;
  @Inject private RetryRefund retry;
  @Inject private AskBooking book;
  @Inject private PledgeQueries pledges;
  @Inject private PartyQueries parties;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private final Map<PartyId, String> names = new HashMap<>();
  private int page = 1;
  private Page<RefundRequest> all;
  private List<RefundTerms.View> failed;
  private String pledge;
  private String amount;
  private RefundCause cause = RefundCause.RIGHT;
  private String reason;
  private final FormKey key = new FormKey();
  private String again;
  private String reference;

  /** Reads what forms depend on, which are asked before the page is loaded. */
  @PostConstruct
  void open() {
    again = PageLinks.value("again");
    failed = terms.failed();
  }

  /** Reads the rest. */
  public void load() {
    current.get().require(Permission.READ_LEDGER);
    all = requests.all(new Page.Wish(page - 1, SIZE));
  }

  /** Asks to give back. */
  public void ask() {
    PledgeView view =
        PledgeId.parse(pledge == null ? "" : pledge.strip())
            .flatMap(pledges::find)
            .orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
    Money money =
        MoneyText.parse(amount, view.amount().currency())
            .orElseThrow(() -> new Refused(new MoneyRefused.InvalidAmount()));
    RefundRequest made =
        ask.handle(
            new AskRefund.Command(current.get(), view.id(), money, cause, reason, key.getText()));
    messages.flash("ok", made.fourEyes() ? "finance.refund.asked" : "finance.refund.begun");
    PageLinks.here().go("/finance/refunds/" + Ids.text(made.id()));
  }

  /** Tries a failed refund again. */
  public void retry() {
    Ids.parse(again).ifPresent(id -> retry.handle(new RetryRefund.Command(current.get(), id)));
    messages.flash("ok", "finance.refund.retried");
    PageLinks.here().go("/finance/refunds");
  }

  /** Books that a failed refund was paid by bank transfer, or asks another officer. */
  public void paid() {
    Booking booking =
        book.handle(
            new AskBooking.Command(
                current.get(),
                BookingKind.REFUND_PAID,
                Ids.parse(again).orElseThrow(() -> new Refused(new PaymentRefused.NotFound())),
                null,
                reference,
                key.getText()));
    boolean waits = booking.state() == FeeBookingState.ASKED;
    messages.flash("ok", waits ? "finance.refund.asked" : "finance.refund.paid");
    PageLinks.here().go(waits ? "/finance/bookings/" + Ids.text(booking.id()) : "/finance/refunds");
  }

  public Page<RefundRequest> getAll() {
    return all;
  }

  public List<RefundTerms.View> getFailed() {
    return failed;
  }

  public List<RefundCause> getCauses() {
    return Arrays.asList(RefundCause.values());
  }

  /** The 13 characters of an id. */
  public String text(long id) {
    return Ids.text(id);
  }

  /** The name of an officer. */
  public String name(PartyId officer) {
    return officer == null ? "" : names.computeIfAbsent(officer, id -> parties.contact(id).name());
  }

  /** Whether this person may give money back. */
  public boolean isMine() {
    return current.get().may(Permission.MOVE_MONEY);
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }

  public String getPledge() {
    return pledge;
  }

  public void setPledge(String pledge) {
    this.pledge = pledge;
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(String amount) {
    this.amount = amount;
  }

  public RefundCause getCause() {
    return cause;
  }

  public void setCause(RefundCause cause) {
    this.cause = cause;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** The form's own key: sent twice it is one request. */
  public FormKey getKey() {
    return key;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
