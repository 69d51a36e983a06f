package wasl.finance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import wasl.finance.AskReconciliation;
import wasl.finance.Reconciliations;
import wasl.ledger.JournalFilter;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;
import wasl.shared.web.PageLinks;
import wasl.shared.web.PageMessages;

/** {@code /finance/reconciliation}: what differs between gateway and books, and each comparison. */
@Named
@RequestScoped
public class ReconciliationsPage {

  private static final int SIZE = 20;

  @Inject private Reconciliations reconciliations;
  @Inject private AskReconciliation ask;
  @Inject private CurrentActor current;
  @Inject private HttpServletRequest request;
  @Inject private PageMessages messages;

  private String from;
  private String to;
  private int page = 1;
  private Page<Reconciliations.Run> runs;
  private Page<Reconciliations.Kept> open;

  /** Reads all of it; a POST asks for a comparison first. */
  public void load() {
    current.get().require(Permission.READ_LEDGER);
    if (request.getMethod().equals("POST") && asked()) {
      return;
    }
    runs = reconciliations.runs(new Page.Wish(page - 1, SIZE));
    open = reconciliations.open(new Page.Wish(0, SIZE));
  }

  private boolean asked() {
    try {
      JournalFilter period = JournalFilter.parse(null, null, null, null, from, to);
      long id =
          ask.handle(new AskReconciliation.Command(current.get(), period.from(), period.to()));
      PageLinks.here().go("/finance/reconciliation/" + Ids.text(id));
      return true;
    } catch (Refused refused) {
      messages.refuse(refused.refusal());
      return false;
    }
  }

  public Page<Reconciliations.Run> getRuns() {
    return runs;
  }

  /** The newest of what is open. */
  public Page<Reconciliations.Kept> getOpen() {
    return open;
  }

  /** The last instant of a comparison's period. */
  public Instant last(Reconciliations.Run run) {
    return run.to().minusMillis(1);
  }

  /** The text that says how far it is. */
  public String standing(Reconciliations.Run run) {
    return run.doneAt() != null ? "done" : run.fault() != null ? "waits" : "begun";
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
