/** The finance desk's pages: reconciliation, reversal, search. */
package wasl.finance.web;
