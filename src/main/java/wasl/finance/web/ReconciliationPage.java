package wasl.finance.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import wasl.finance.FinanceRefused;
import wasl.finance.Reconciliations;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.shared.Ids;
import wasl.shared.Page;
import wasl.shared.PageNumber;
import wasl.shared.Refused;

/** {@code /finance/reconciliation/{id}}: one comparison and what it found. */
@Named
@RequestScoped
public class ReconciliationPage {

  private static final int SIZE = 25;

  @Inject private Reconciliations reconciliations;
  @Inject private CurrentActor current;

  private String id;
  private int page = 1;
  private Reconciliations.Run run;
  private Page<Reconciliations.Kept> found;

  /** Reads it. */
  public void load() {
    current.get().require(Permission.READ_LEDGER);
    run =
        Ids.parse(id)
            .flatMap(reconciliations::find)
            .orElseThrow(() -> new Refused(new FinanceRefused.NotReconciled()));
    found = reconciliations.foundBy(run.id(), new Page.Wish(page - 1, SIZE));
  }

  public Reconciliations.Run getRun() {
    return run;
  }

  public Page<Reconciliations.Kept> getFound() {
    return found;
  }

  /** The last instant of its period. */
  public Instant getLast() {
    return run.to().minusMillis(1);
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
