package wasl.finance.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.finance.DecideRefund;
import wasl.finance.FinanceRefused;
import wasl.finance.RefundRequest;
import wasl.finance.RefundRequestState;
import wasl.finance.RefundRequests;
import wasl.party.CurrentActor;
import wasl.party.PartyId;
import wasl.party.PartyQueries;
import wasl.party.Permission;
import wasl.payment.RefundTerms;
import wasl.pledge.PledgeQueries;
import wasl.pledge.PledgeView;
import wasl.shared.Ids;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/refunds/{id}}: one request, and deciding about it. */
@Named
@RequestScoped
public class RefundPage {

  @Inject private RefundRequests requests;
  @Inject private RefundTerms terms;
  @Inject private PledgeQueries pledges;
  @Inject private PartyQueries parties;
  @Inject private DecideRefund decide;
  @Inject private CurrentActor current;
  @Inject private PageMessages messages;

  private String id;
  private String note;
  private RefundRequest request;
  private PledgeView pledge;
  private List<RefundTerms.View> refunds;

  /** Reads the request. */
  @PostConstruct
  void open() {
    id = PageLinks.value("id");
    current.get().require(Permission.READ_LEDGER);
    request =
        Ids.parse(id)
            .flatMap(requests::find)
            .orElseThrow(() -> new Refused(new FinanceRefused.NoRequest()));
    pledge = pledges.find(request.pledge()).orElseThrow();
    refunds = terms.refunds(request.pledge());
  }

  /** Read when this page is made: a form that depends on it is asked before this is called. */
  public void load() {
    current.get();
  }

  public void approve() {
    decide(DecideRefund.Decision.APPROVE, "finance.refund.begun");
  }

  public void refuse() {
    decide(DecideRefund.Decision.REFUSE, "finance.refund.refused");
  }

  public void withdraw() {
    decide(DecideRefund.Decision.WITHDRAW, "finance.refund.withdrawn");
  }

  private void decide(DecideRefund.Decision decision, String said) {
    decide.handle(new DecideRefund.Command(current.get(), request.id(), decision, note));
    messages.flash("ok", said);
    PageLinks.here().go("/finance/refunds/" + id);
  }

  public RefundRequest getRequest() {
    return request;
  }

  public PledgeView getPledge() {
    return pledge;
  }

  /** All refunds of the pledge. */
  public List<RefundTerms.View> getRefunds() {
    return refunds;
  }

  private boolean isOpen() {
    return request.state() == RefundRequestState.ASKED && current.get().may(Permission.MOVE_MONEY);
  }

  /** Whether this person decides about it. */
  public boolean isDecidable() {
    return isOpen() && !isOwn();
  }

  /** Whether this person may withdraw it. */
  public boolean isWithdrawable() {
    return isOpen() && isOwn();
  }

  private boolean isOwn() {
    return request.askedBy().equals(current.get().party());
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

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
