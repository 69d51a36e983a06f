package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import wasl.shared.Ids;
import wasl.shared.Sql;

/**
 * Opens accounts that have no entry yet, in a transaction of its own: two journals that open the
 * same account never wait for each other's end, and what others see of an account is always
 * committed. An account that stays without entries does no harm.
 */
@ApplicationScoped
public class OpenAccounts {

  @Inject private Sql sql;

  /** Opens those that are not open. */
  @Transactional(TxType.REQUIRES_NEW)
  public void handle(Collection<AccountRef> accounts) {
    for (AccountRef account : accounts.stream().sorted().toList()) {
      long id = Ids.next();
      try {
        sql.change(
            "INSERT INTO ledger_account (id, kind, currency, owner) VALUES (?, ?, ?, ?)",
            id,
            account.kind(),
            account.currency(),
            account.owner());
      } catch (Sql.DatabaseFault fault) {
        if (fault.duplicateKey()) {
          continue;
        }
        throw fault;
      }
      if (account.kind().guarded()) {
        sql.change("INSERT INTO ledger_account_lock (account) VALUES (?)", id);
      }
    }
  }
}
