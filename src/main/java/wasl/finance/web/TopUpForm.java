package wasl.finance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import wasl.finance.AskBooking;
import wasl.finance.Booking;
import wasl.finance.BookingKind;
import wasl.finance.FeeBookingState;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.money.MoneyRefused;
import wasl.money.MoneyText;
import wasl.party.CurrentActor;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** What a finance officer types to book a top-up; kept as typed where it is refused. */
@Named
@RequestScoped
public class TopUpForm {

  @Inject private AskBooking ask;
  @Inject private HttpServletRequest request;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String currency;
  private String amount;
  private String reference;
  private String key;

  /** A POST that names a currency books a top-up; says why where it is refused. */
  public void post() {
    if (currency == null || !request.getMethod().equals("POST")) {
      return;
    }
    try {
      Booking booking =
          ask.handle(
              new AskBooking.Command(
                  current.get(), BookingKind.TOP_UP, null, typed(), reference, getKey()));
      messages.flash(
          "ok",
          booking.state() == FeeBookingState.ASKED ? "finance.refund.asked" : "payment.topUp.done");
      PageLinks.here().go("/finance");
    } catch (Refused refused) {
      messages.refuse(refused.refusal());
    }
  }

  private Money typed() {
    return Currency.of(currency)
        .flatMap(known -> MoneyText.parse(amount, known))
        .orElseThrow(() -> new Refused(new MoneyRefused.InvalidAmount()));
  }

  /** What was typed for a currency, or else what is missing in it, if anything. */
  public String amountOr(Money missing) {
    return typed(missing) && amount != null
        ? amount
        : missing.isZero() ? "" : missing.decimal().toPlainString();
  }

  /** What was typed for a currency. */
  public String referenceOf(Money missing) {
    return typed(missing) ? reference : null;
  }

  private boolean typed(Money missing) {
    return missing.currency().name().equals(currency);
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(String amount) {
    this.amount = amount;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  /** The form's own key: sent twice it is booked once. */
  public String getKey() {
    if (key == null) {
      key = Ids.text(Ids.next());
    }
    return key;
  }

  public void setKey(String key) {
    this.key = Ids.parse(key).map(Ids::text).orElse(null);
  }
}
