/** Accounts, statements and journals as finance officers and auditors read them. */
package wasl.ledger.web;
