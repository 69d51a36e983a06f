package wasl.finance;

import static wasl.task.TaskFact.instant;
import static wasl.task.TaskFact.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wasl.ledger.AccountKind;
import wasl.ledger.AccountRef;
import wasl.ledger.Balances;
import wasl.money.Currency;
import wasl.money.Money;
import wasl.payment.FinanceQueries;
import wasl.shared.Sql;
import wasl.task.FinanceTasks;

/** Money that lies with the gateway for too long, or is too little there. */
@ApplicationScoped
public class StandingBooks {

  private static final Duration PAID_OUT_WITHIN = Duration.ofDays(14);
  private static final List<Currency> CHARGED = List.of(Currency.USD, Currency.EUR);
  private static final String DESK = "/finance";

  @Inject private FinanceQueries finance;
  @Inject private Balances balances;
  @Inject private FinanceTasks tasks;
  @Inject private Sql sql;

  void look(Instant now) {
    missing(FinanceTask.CLEARING_BELOW_ZERO);
    missing(FinanceTask.COVER_MISSING);
    List<String> found = new ArrayList<>();
    for (Currency currency : CHARGED) {
      Money clearing = balances.of(AccountRef.of(AccountKind.GATEWAY_CLEARING, currency));
      Optional<Instant> since = clearing.isPositive() ? standingSince(currency) : Optional.empty();
      if (since.filter(at -> at.isBefore(now.minus(PAID_OUT_WITHIN))).isPresent()) {
        found.add(currency.name());
        tasks.open(
            FinanceTask.CLEARING_STANDS,
            currency.name(),
            "/finance/accounts",
            money("amount", clearing),
            instant("since", since.get()));
      }
    }
    tasks.keepOnly(FinanceTask.CLEARING_STANDS, found);
  }

  private void missing(FinanceTask kind) {
    List<String> found = new ArrayList<>();
    for (FinanceQueries.Task task : finance.tasks()) {
      if (task.key().equals(kind.name())) {
        String currency = task.amount().currency().name();
        found.add(currency);
        tasks.open(kind, currency, DESK, money("amount", task.amount()));
      }
    }
    tasks.keepOnly(kind, found);
  }

  /** The last payout, or the first charge where there was none. */
  private Optional<Instant> standingSince(Currency currency) {
    return moved("DESC", "GATEWAY_PAYOUT", currency)
        .or(() -> moved("ASC", "PLEDGE_COLLECTED", currency));
  }

  private Optional<Instant> moved(String order, String type, Currency currency) {
    return sql.one(
        "SELECT j.booked_at AS at FROM ledger_journal j WHERE j.type = ? AND EXISTS"
            + " (SELECT 1 FROM ledger_entry e WHERE e.journal = j.id AND e.currency = ?)"
            + " ORDER BY j.booked_at "
            + order
            + " LIMIT 1",
        row -> Sql.instant(row, "at"),
        type,
        currency);
  }
}
