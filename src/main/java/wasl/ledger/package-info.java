/**
 * The double-entry ledger: the only truth about money. {@link wasl.ledger.Ledger} is its one door;
 * balances, statements, exports and the proof of its promises are read from the entries. Uses
 * shared, money, outbox. Accounts of a listing or a party carry that owner's id as a plain number,
 * since those features stand to the right.
 *
 * <p>Tables: ledger_account, ledger_journal, ledger_entry, ledger_journal_number (insert-only),
 * ledger_balance_rollup, ledger_account_lock, ledger_cursor_lock. Events in and out: none. Other
 * features add checks by {@link wasl.ledger.LedgerPromise}.
 */
package wasl.ledger;
