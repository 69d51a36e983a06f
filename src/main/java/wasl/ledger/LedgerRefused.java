package wasl.ledger;

import wasl.money.Money;
import wasl.shared.Refusal;

/** Why the ledger does not post. */
public sealed interface LedgerRefused extends Refusal {

  /** The key has posted another journal. */
  record KeyReused(String key) implements LedgerRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** A guarded account would go below zero. */
  record Overdraft(AccountKind account, Money balance, Money draw) implements LedgerRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** A journal is reversed once, and a reversal not at all. */
  record NotReversible(String journal) implements LedgerRefused {
    @Override
    public int status() {
      return 409;
    }
  }

  /** There is no such journal or account. */
  record NotInLedger() implements LedgerRefused {
    @Override
    public int status() {
      return 404;
    }
  }

  /** A filter's value is not of its form. */
  record InvalidFilter(LedgerField field) implements LedgerRefused {
    @Override
    public int status() {
      return 400;
    }
  }
}
