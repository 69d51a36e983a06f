package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import wasl.party.Institutions;
import wasl.payment.Receipt;
import wasl.payment.ReceiptNumber;
import wasl.payment.Receipts;
import wasl.shared.Lang;
import wasl.shared.web.PageLinks;

/**
 * {@code /receipts} and {@code /receipts/{number}}: whether a receipt is genuine and what became of
 * it since. Says nothing about the person who paid.
 */
@Named
@RequestScoped
public class CheckReceiptPage {

  @Inject private Receipts receipts;
  @Inject private Institutions institutions;

  private String typed;
  private Receipt receipt;
  private boolean asked;

  /** Looks the number up; one that is not ours answers 404 with words. */
  public void load() {
    String number = PageLinks.value("number");
    asked = number != null && !number.isBlank();
    typed = asked ? number.strip() : "";
    Optional<ReceiptNumber> parsed = ReceiptNumber.parse(number);
    receipt = parsed.flatMap(receipts::byNumber).orElse(null);
    if (parsed.isPresent()) {
      typed = parsed.get().toString();
    }
    if (asked && receipt == null) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** The receipt; null where none has the number. */
  public Receipt getReceipt() {
    return receipt;
  }

  /** What was asked for. */
  public String getTyped() {
    return typed;
  }

  /** Whether a number was given and none such was issued. */
  public boolean isUnknown() {
    return asked && receipt == null;
  }

  /** Who issued it, in the page's language. */
  public String issuer(Lang lang) {
    return institutions.byCode(Institutions.OPERATOR).orElseThrow().name(lang);
  }
}
