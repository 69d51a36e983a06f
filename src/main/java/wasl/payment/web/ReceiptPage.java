package wasl.payment.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import wasl.party.CurrentActor;
import wasl.party.Institution;
import wasl.party.Institutions;
import wasl.party.Permission;
import wasl.payment.Receipt;
import wasl.payment.ReceiptPaper;
import wasl.payment.Receipts;
import wasl.pledge.PledgeId;
import wasl.pledge.PledgeRefused;
import wasl.shared.Lang;
import wasl.shared.PaperPrinter;
import wasl.shared.QrCode;
import wasl.shared.Refused;
import wasl.shared.web.Download;
import wasl.shared.web.PageLinks;

/** {@code /my/pledges/{id}/receipt} and the same as PDF. */
@Named
@RequestScoped
public class ReceiptPage {

  @Inject private Receipts receipts;
  @Inject private Institutions institutions;
  @Inject private PaperPrinter printer;
  @Inject private CurrentActor current;
  @Inject private HttpServletRequest request;

  private String id;
  private Receipt receipt;
  private QrCode code;

  /** Reads the receipt. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.MANAGE_OWN_PLEDGE);
    PledgeId pledge =
        PledgeId.parse(id).orElseThrow(() -> new Refused(new PledgeRefused.NotFound()));
    receipt = receipts.own(pledge, current.get().party());
    code = QrCode.of(receipt.address());
  }

  /** Asked for before the page is written, so that what is not there answers 404. */
  public void load() {
    current.get();
  }

  /** Answers with the PDF. */
  public void print() {
    Download.pdf(
        "wasl-receipt-" + receipt.number() + ".pdf",
        printer.pdf(ReceiptPaper.of(receipt, operator(), lang())));
  }

  /** Who issues the receipt. */
  public String getIssuer() {
    return operator().name(lang());
  }

  private Institution operator() {
    return institutions.byCode(Institutions.OPERATOR).orElseThrow();
  }

  private Lang lang() {
    return request.getAttribute("lang") instanceof Lang lang ? lang : Lang.FIRST;
  }

  public Receipt getReceipt() {
    return receipt;
  }

  public QrCode getCode() {
    return code;
  }

  public String getId() {
    return id;
  }
}
