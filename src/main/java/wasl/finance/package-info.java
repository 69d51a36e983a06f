/**
 * The finance desk's own work: holding the gateway's balance against the books, correcting journals
 * by reversal, finding anything by any number. Uses shared, money, ledger, party, task, listing,
 * pledge, payment; books nothing by itself. Tables: finance_reconciliation, finance_difference,
 * finance_finding, finance_reversal. Events in and out: none.
 */
package wasl.finance;
