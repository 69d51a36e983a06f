package wasl.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wasl.money.Money;
import wasl.shared.Refused;

/**
 * The only door to the books. Whoever posts has a transaction open: the journal stands or falls
 * with what caused it. Crediting never waits for anybody; debiting a guarded account (escrow,
 * wallets, everything that is other people's money) locks that account until the transaction ends.
 */
@ApplicationScoped
public class Ledger {

  @Resource private TransactionSynchronizationRegistry transaction;
  @Inject private Accounts accounts;
  @Inject private Balances balances;
  @Inject private Journals journals;
  @Inject private LedgerQueries queries;
  @Inject private Clock clock;

  /**
   * Posts a journal once: the same key and body again give the first journal's id.
   *
   * @throws Refused {@link LedgerRefused.KeyReused}, {@link LedgerRefused.Overdraft}; nothing was
   *     written then
   */
  public JournalId post(JournalEntry entry) {
    if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("posting needs a transaction");
    }
    String hash = entry.bodyHash();
    Map<AccountRef, Money> draws = entry.draws();
    if (!draws.isEmpty()) {
      Optional<LedgerRefused> overdraft = overdraft(draws);
      if (overdraft.isPresent()) {
        // The money may be gone because this very journal took it before.
        return repeated(entry, hash).orElseThrow(() -> new Refused(overdraft.get()));
      }
    }
    Map<AccountRef, Long> ids =
        accounts.ids(entry.lines().stream().map(JournalEntry.Line::account).distinct().toList());
    return journals
        .add(entry, hash, clock.instant(), ids)
        .or(() -> repeated(entry, hash))
        .orElseThrow(() -> new Refused(notReversible(entry)));
  }

  /**
   * Undoes a journal by one with the sides exchanged. A correction is this and, where needed, a new
   * journal; nothing that was posted changes.
   *
   * @throws Refused {@link LedgerRefused.NotInLedger}, {@link LedgerRefused.NotReversible}, {@link
   *     LedgerRefused.KeyReused}, {@link LedgerRefused.Overdraft}
   */
  public JournalId reverse(JournalId journal, String key, Instant now) {
    JournalView posted =
        queries.journal(journal).orElseThrow(() -> new Refused(new LedgerRefused.NotInLedger()));
    if (posted.type() == JournalType.REVERSAL) {
      throw new Refused(new LedgerRefused.NotReversible(journal.toString()));
    }
    return post(ReversalPostings.of(posted, key, now));
  }

  /** The journal that this key has posted. */
  public Optional<JournalId> posted(String key) {
    return journals.withKey(key).map(Journals.Posted::id);
  }

  /** Locks guarded accounts until the transaction ends and reads what stands on them. */
  public Map<AccountRef, Money> lock(Collection<AccountRef> guarded) {
    return balances.locked(guarded);
  }

  /** Locks one guarded account until the transaction ends and reads what stands on it. */
  public Money lock(AccountRef guarded) {
    return lock(List.of(guarded)).get(guarded);
  }

  private Optional<LedgerRefused> overdraft(Map<AccountRef, Money> draws) {
    return balances.locked(draws.keySet()).entrySet().stream()
        .filter(account -> account.getValue().isLessThan(draws.get(account.getKey())))
        .map(
            account ->
                (LedgerRefused)
                    new LedgerRefused.Overdraft(
                        account.getKey().kind(), account.getValue(), draws.get(account.getKey())))
        .findFirst();
  }

  private Optional<JournalId> repeated(JournalEntry entry, String hash) {
    Optional<Journals.Posted> first = journals.withKey(entry.idempotencyKey());
    if (first.isPresent() && !first.get().bodyHash().equals(hash)) {
      throw new Refused(new LedgerRefused.KeyReused(entry.idempotencyKey()));
    }
    return first.map(Journals.Posted::id);
  }

  private static LedgerRefused notReversible(JournalEntry entry) {
    return new LedgerRefused.NotReversible(String.valueOf(entry.reference().reverses()));
  }
}
