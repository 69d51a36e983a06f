package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.payment.FinanceQueries;
import wasl.shared.Page;

/** {@code /finance}: what the finance desk sees first. */
@Named
@RequestScoped
public class FinancePage {

  private static final int SIZE = 20;

  @Inject private FinanceQueries queries;
  @Inject private CurrentActor current;

  private int page = 1;
  private Page<FinanceQueries.RunRow> runs;
  private List<FinanceQueries.Task> tasks;
  private List<FinanceQueries.UnclearRow> unclear;

  /** Reads all of it. */
  public void load() {
    current.get().require(Permission.READ_LEDGER);
    runs = queries.runs(new Page.Wish(page - 1, SIZE));
    tasks = queries.tasks();
    unclear = queries.unclear();
  }

  public Page<FinanceQueries.RunRow> getRuns() {
    return runs;
  }

  public List<FinanceQueries.Task> getTasks() {
    return tasks;
  }

  public List<FinanceQueries.UnclearRow> getUnclear() {
    return unclear;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = page;
  }
}
