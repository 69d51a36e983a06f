package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.payment.FinanceQueries;
import wasl.shared.Page;
import wasl.shared.web.PageLinks;

/** {@code /finance}: what the finance desk sees first. */
@Named
@RequestScoped
public class FinancePage {

  private static final int SIZE = 20;

  @Inject private FinanceQueries queries;
  @Inject private CurrentActor current;
  @Inject private HttpServletRequest request;
  @Inject private TopUpForm topUp;

  private int page = 1;
  private Page<FinanceQueries.RunRow> runs;
  private List<FinanceQueries.Task> tasks;
  private List<FinanceQueries.UnclearRow> unclear;

  /** Reads all of it; a POST that names a currency books a top-up first. */
  public void load() {
    current.get().require(Permission.READ_LEDGER);
    if (topUp.wanted() && request.getMethod().equals("POST") && topUp.book()) {
      PageLinks.here().go("/finance");
      return;
    }
    runs = queries.runs(new Page.Wish(page - 1, SIZE));
    tasks = queries.tasks();
    unclear = queries.unclear();
  }

  /**
   * Currencies in which the platform's own money must go to the gateway, for whoever may book it.
   */
  public List<FinanceQueries.Task> getGaps() {
    return current.get().may(Permission.MOVE_MONEY)
        ? tasks.stream().filter(task -> task.key().equals("COVER_MISSING")).toList()
        : List.of();
  }

  public TopUpForm getTopUp() {
    return topUp;
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
