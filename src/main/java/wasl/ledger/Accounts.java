package wasl.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wasl.shared.Sql;

/** The accounts and their numbers. An account never changes, so what was read once is kept. */
@ApplicationScoped
public class Accounts {

  private static final int MOST_KEPT = 100_000;
  private static final int AT_ONCE = 500;

  @Inject private Sql sql;
  @Inject private OpenAccounts openAccounts;

  private final Map<AccountRef, Long> kept = new ConcurrentHashMap<>();

  /** The account's number, if it is open. */
  public Optional<Long> find(AccountRef account) {
    Map<AccountRef, Long> found = new HashMap<>();
    read(List.of(account), found);
    return Optional.ofNullable(found.get(account));
  }

  /** The numbers of accounts; those not open yet are opened. */
  Map<AccountRef, Long> ids(Collection<AccountRef> accounts) {
    Map<AccountRef, Long> ids = new HashMap<>();
    List<AccountRef> missing = read(accounts, ids);
    if (!missing.isEmpty()) {
      openAccounts.handle(missing);
      missing = read(missing, ids);
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException("cannot open " + missing);
    }
    return ids;
  }

  private List<AccountRef> read(Collection<AccountRef> accounts, Map<AccountRef, Long> into) {
    List<AccountRef> unknown = new ArrayList<>();
    for (AccountRef account : accounts) {
      Long id = kept.get(account);
      if (id == null) {
        unknown.add(account);
      } else {
        into.put(account, id);
      }
    }
    for (int from = 0; from < unknown.size(); from += AT_ONCE) {
      select(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)), into);
    }
    unknown.removeIf(into::containsKey);
    return unknown;
  }

  private void select(List<AccountRef> accounts, Map<AccountRef, Long> into) {
    List<Object> arguments = new ArrayList<>();
    for (AccountRef account : accounts) {
      arguments.add(account.kind());
      arguments.add(account.currency());
      arguments.add(account.owner());
    }
    List<Map.Entry<AccountRef, Long>> found =
        sql.list(
            "SELECT id, kind, currency, owner FROM ledger_account"
                + " WHERE (kind, currency, owner) IN ("
                + String.join(", ", java.util.Collections.nCopies(accounts.size(), "(?, ?, ?)"))
                + ")",
            row -> Map.entry(LedgerRows.account(row), row.getLong("id")),
            arguments.toArray());
    if (kept.size() > MOST_KEPT) {
      kept.clear();
    }
    for (Map.Entry<AccountRef, Long> account : found) {
      kept.put(account.getKey(), account.getValue());
      into.put(account.getKey(), account.getValue());
    }
  }
}
