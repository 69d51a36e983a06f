/**
 * The finance desk's own work: holding the gateway's balance against the books, correcting journals
 * by reversal, finding anything by any number, deciding about refunds, knowing about disputes, and
 * the watchdog that names what stands still. Owns {@link wasl.finance.ToldInvestor}, which notice
 * answers. Uses shared, money, outbox, ledger, party, task, listing, vetting, pledge, payment;
 * books nothing by itself. Tables: finance_reconciliation, finance_difference, finance_finding,
 * finance_fee_booking, finance_correction, finance_refund_request. Events in and out: none.
 */
package wasl.finance;
