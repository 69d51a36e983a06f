package wasl.finance;

import static wasl.task.TaskFact.instant;
import static wasl.task.TaskFact.money;
import static wasl.task.TaskFact.number;
import static wasl.task.TaskFact.text;

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
  private static final String GATEWAY = "gateway";

  /** A gateway that does not answer may hold it up for a while. */
  private static final Duration COMPARED_WITHIN = Duration.ofHours(6);

  @Inject private FinanceQueries finance;
  @Inject private Balances balances;
  @Inject private Reconciliations reconciliations;
  @Inject private FinanceTasks tasks;
  @Inject private Sql sql;

  void look(Instant now) {
    List<FinanceQueries.Task> seen = finance.tasks();
    missing(FinanceTask.CLEARING_BELOW_ZERO, seen);
    missing(FinanceTask.COVER_MISSING, seen);
    missing(FinanceTask.REFUND_WAITS, seen);
    clearing(now);
    reconciliation(now);
  }

  private void reconciliation(Instant now) {
    List<String> found = new ArrayList<>();
    reconciliations
        .standing(now.minus(COMPARED_WITHIN))
        .ifPresent(
            run -> {
              found.add(GATEWAY);
              tasks.open(
                  FinanceTask.RECONCILIATION_STANDS,
                  GATEWAY,
                  "/finance/reconciliation/" + run.number(),
                  instant("since", run.askedAt()),
                  number("asked", run.tries()),
                  text("reason", run.fault() == null ? "" : run.fault()));
            });
    tasks.keepOnly(FinanceTask.RECONCILIATION_STANDS, found);
    List<String> partial = new ArrayList<>();
    reconciliations
        .partial()
        .ifPresent(
            run -> {
              partial.add(GATEWAY);
              tasks.open(
                  FinanceTask.RECONCILIATION_PARTIAL,
                  GATEWAY,
                  "/finance/reconciliation/" + run.number(),
                  number("uncompared", run.uncompared()));
            });
    tasks.keepOnly(FinanceTask.RECONCILIATION_PARTIAL, partial);
  }

  private void clearing(Instant now) {
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

  private void missing(FinanceTask kind, List<FinanceQueries.Task> seen) {
    List<String> found = new ArrayList<>();
    for (FinanceQueries.Task task : seen) {
      if (task.key().equals(kind.name())) {
        String currency = task.amount().currency().name();
        found.add(currency);
        tasks.open(kind, currency, DESK, money("amount", task.amount()));
      }
    }
    tasks.keepOnly(kind, found);
  }

  /**
   * The first charge since the last payout that stands: what that one took was not there. Where
   * nothing was charged since, the last payout, which has left something.
   */
  private Optional<Instant> standingSince(Currency currency) {
    Optional<Instant> paidOut = moved("DESC", "GATEWAY_PAYOUT", currency, Instant.EPOCH);
    return moved("ASC", "PLEDGE_COLLECTED", currency, paidOut.orElse(Instant.EPOCH))
        .or(() -> paidOut);
  }

  private Optional<Instant> moved(String order, String type, Currency currency, Instant after) {
    return sql.one(
        "SELECT j.booked_at AS at FROM ledger_journal j WHERE j.type = ? AND j.booked_at > ?"
            + " AND EXISTS (SELECT 1 FROM ledger_entry e WHERE e.journal = j.id"
            + " AND e.currency = ?) AND NOT EXISTS (SELECT 1 FROM ledger_journal r"
            + " WHERE r.reverses = j.id) ORDER BY j.booked_at "
            + order
            + " LIMIT 1",
        row -> Sql.instant(row, "at"),
        type,
        after,
        currency);
  }
}
