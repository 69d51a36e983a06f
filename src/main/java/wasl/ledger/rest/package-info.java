/** Journals for finance officers and auditors; verification and export for the operator. */
package wasl.ledger.rest;
