package wasl.payment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.party.CurrentActor;
import wasl.party.Permission;
import wasl.payment.FinanceQueries;
import wasl.shared.Page;
import wasl.shared.PageNumber;

/** {@code /finance}: what the finance desk sees first. */
@Named
@RequestScoped
public class FinancePage {

  private static final int SIZE = 20;

  /** Tasks that a top-up settles. */
  private static final Set<String> TOPPED_UP =
      Set.of("COVER_MISSING", "CLEARING_BELOW_ZERO", "REFUND_WAITS");

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

  /**
   * How much of the platform's own money must go to the gateway, in each currency that is charged,
   * for whoever may book it; nothing where none must, for some may have gone there all the same.
   */
  public List<Money> getTopUps() {
    if (!current.get().may(Permission.MOVE_MONEY)) {
      return List.of();
    }
    Map<Currency, Money> gaps = new EnumMap<>(Currency.class);
    FinanceQueries.CHARGED.forEach(each -> gaps.put(each, Money.zero(each)));
    for (FinanceQueries.Task task : tasks) {
      if (TOPPED_UP.contains(task.key())) {
        gaps.merge(task.amount().currency(), task.amount(), FinancePage::larger);
      }
    }
    return List.copyOf(gaps.values());
  }

  private static Money larger(Money one, Money other) {
    return one.isLessThan(other) ? other : one;
  }

  public Page<FinanceQueries.RunRow> getRuns() {
    return runs;
  }

  public List<FinanceQueries.Task> getTasks() {
    return tasks;
  }

  /** Where that is seen to; null where whoever looks may not go there. */
  public String link(FinanceQueries.Task task) {
    return switch (task.key()) {
      case "UNCLEAR" -> "/finance#unclear";
      case "REFUND_FAILED", "REFUND_WAITS" -> "/finance/refunds";
      case "DISPUTE" -> "/finance/disputes";
      case "OUTBOX" -> current.get().may(Permission.OPERATE) ? "/finance/outbox" : null;
      case "CLEARING_BELOW_ZERO" ->
          "/finance/accounts/GATEWAY_CLEARING:" + task.amount().currency();
      default -> "/finance/accounts";
    };
  }

  public List<FinanceQueries.UnclearRow> getUnclear() {
    return unclear;
  }

  public String getPage() {
    return Integer.toString(page);
  }

  public void setPage(String typed) {
    this.page = PageNumber.of(typed);
  }
}
